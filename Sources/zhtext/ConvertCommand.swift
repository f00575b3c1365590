import ArgumentParser
import MarkupScanning
import ScriptConversion
import ScriptConversionTables
import TextOffsets

/// `zhtext convert`: between Simplified, Traditional and regional Chinese.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert between Simplified and Traditional Chinese and their regional forms.",
    discussion: """
      Without other options, the output is that of OpenCC's configuration of the same name, byte for byte. For example:
        echo '鼠标和软件' | zhtext convert --config s2twp
      """)

  @Option(
    help: ArgumentHelp("What to convert, by OpenCC's names, such as s2t, s2twp or tw2sp.", valueName: "name"),
    completion: .list(ConversionConfiguration.allCases.map(\.rawValue)), transform: Self.configuration(named:))
  var config = ConversionConfiguration.s2t

  @Flag(help: "Read a Markdown page: code, addresses, link targets and keys of front matter stay as they are.")
  var markup = false

  @Flag(help: "Let no match cross a word, keep surnames, and use this project's corrections of the tables.")
  var respectWords = false

  @Flag(inversion: .prefixedNo, help: "Allow Simplified characters that many fonts cannot show.")
  var rareResults = true

  @Option(help: "Write the edits there, as JSON lines with source and target ranges.", completion: .file())
  var edits: String?

  @Option(
    help: "Words over the built-in ones: a line holds a text, a tab, and what it becomes; or ! and a text to leave.",
    completion: .file())
  var userDictionary: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also use the other side's words of a class: \(RegionalTermClass.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "class"), completion: .list(RegionalTermClass.allCases.map(\.rawValue)),
    transform: Self.termClass(named:))
  var terms: [RegionalTermClass] = []

  @OptionGroup var input: InputOptions
  @OptionGroup var stream: StreamOptions

  func validate() throws {
    if stream.ndjson, edits != nil { throw ValidationError("--edits writes the edits of pages: leave --ndjson out") }
  }

  func run() throws {
    let regional = UserDictionary.regionalTerms(terms, for: config, tables: .openCC)
    let conversion = PageConversion(
      config, rareResults: rareResults, readsMarkup: markup, respectsWords: respectWords,
      userDictionaries: [regional] + (try userDictionary.map { try Self.dictionary(at: $0, input) }))
    if stream.ndjson {
      return try stream.run(as: "convert", input) {
        { document, json in json.value(conversion.convert(document.text)) }
      }
    }
    var list = EditList(edits)
    try input.forEachDocument { document, output in
      if list.isWanted {
        let rewriting = conversion.rewriting(document.text)
        try output.write(rewriting.text)
        list.add(rewriting.edits, of: input.files.count > 1 ? document.name : nil)
      } else {
        try output.write(conversion.convert(document.text))
      }
    }
    try list.write()
  }

  private static func configuration(named name: String) throws -> ConversionConfiguration {
    guard let configuration = ConversionConfiguration(rawValue: name) else {
      let names = ConversionConfiguration.allCases.map(\.rawValue).joined(separator: " ")
      throw ValidationError("there is no configuration '\(name)'; choose one of: \(names)")
    }
    return configuration
  }

  private static func termClass(named name: String) throws -> RegionalTermClass {
    guard let termClass = RegionalTermClass(rawValue: name) else {
      let names = RegionalTermClass.allCases.map(\.rawValue).joined(separator: " ")
      throw ValidationError("there is no class of terms '\(name)'; choose one of: \(names)")
    }
    return termClass
  }

  private static func dictionary(at path: String, _ input: InputOptions) throws -> UserDictionary {
    let document = try input.read(path)
    do {
      return try UserDictionary(parsing: document.text, file: path)
    } catch {
      throw document.failure(at: error.range.start, "\(error.reason)", remedy: error.remedy)
    }
  }
}
