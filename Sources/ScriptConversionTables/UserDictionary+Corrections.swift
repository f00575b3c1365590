internal import CScriptConversionTables
public import ScriptConversion

extension UserDictionary {
  /// This project's reviewed corrections of OpenCC's tables for a configuration; empty where there are none.
  ///
  /// They presuppose that no match crosses a word: hand them to a converter that is asked to respect words.
  /// Read from the executable, in well under a millisecond.
  public static func corrections(for configuration: ConversionConfiguration) -> UserDictionary {
    switch configuration {
    case .s2t: traditional(in: nil)
    case .s2tw: traditional(in: .t2tw)
    case .s2twp: traditional(in: .t2tw).merging(unsafe parse(zhtext_corrections_taiwan()))
    case .s2hk, .s2hkp: traditional(in: .t2hk)
    case .t2s, .tw2s, .tw2sp, .hk2s, .hk2sp: unsafe parse(zhtext_corrections_simplified())
    case .t2tw, .tw2t, .t2hk, .hk2t, .t2jp, .jp2t: UserDictionary()
    }
  }

  /// The corrections to Traditional, in the characters of a region.
  private static func traditional(in variants: ConversionConfiguration?) -> UserDictionary {
    let dictionary = unsafe parse(zhtext_corrections_traditional())
    guard let variants else { return dictionary }
    let converter = ScriptConverter(variants, tables: .openCC)
    return dictionary.mappingTargets { converter.convert($0) }
  }

  private static func parse(_ text: UnsafePointer<CChar>) -> UserDictionary {
    do {
      return try UserDictionary(parsing: unsafe String(cString: text), file: "corrections")
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
