import CoreLexicon
import NamedEntities
import ScriptConversion
import ScriptConversionTables
import TechEntities
import TextDecoding
import WordTokenization

/// What `zhtext --version` says.
enum Version {
  /// The package's version, as CHANGELOG.md has it.
  static let package = "0.1.0"

  /// The versions of the package, of its data, and of ICU.
  static var description: String {
    """
    zhtext \(package)
    lexicon \(Lexicon.core.dataVersion)
    conversion \(ConversionTables.openCC.dataVersion) (OpenCC 1.4.2)
    entities \(TechEntities.dictionary.dataVersion)
    ICU \(ICU.version)
    """
  }
}
