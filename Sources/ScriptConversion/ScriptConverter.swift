public import TextOffsets

/// Converts text between Simplified and Traditional Chinese and their regional forms.
///
/// ```swift
/// import ScriptConversion
/// import ScriptConversionTables
///
/// let converter = ScriptConverter(.s2twp, tables: .openCC)
/// print(converter.convert("鼠标和软件"))  // 滑鼠和軟體
/// ```
///
/// A value is made in microseconds, holds no text, and may be used from many threads at once. Conversion is one pass over
/// the UTF-8, linear in it, and gives byte for byte what OpenCC 1.4.2 gives, with one exception: OpenCC cuts a text at NUL
/// before it looks for words; here NUL is a character like any other.
public struct ScriptConverter: Sendable {
  /// The configuration it follows.
  public let configuration: ConversionConfiguration
  let table: ConversionTable
  let replacements: ReplacementTable?
  /// Keeps the memory alive that `table` points into.
  private let tables: ConversionTables

  /// Makes a converter.
  ///
  /// - Parameters:
  ///   - configuration: from what to what.
  ///   - tables: the compiled dictionaries, such as `ConversionTables.openCC`.
  ///   - rareResults: whether Simplified results are wanted that many fonts cannot show ("tofu"). OpenCC's libraries
  ///     default to true, its command line to false. Only conversions to Simplified have such results.
  ///   - userDictionaries: words laid over the tables; later ones go before earlier ones. Sorting them takes
  ///     O(n log n) once; the tables are not touched.
  public init(
    _ configuration: ConversionConfiguration, tables: ConversionTables, rareResults: Bool = true,
    userDictionaries: [UserDictionary] = []
  ) {
    self.configuration = configuration
    guard let table = try? tables.table(configuration, rareResults: rareResults) else {
      preconditionFailure("the tables were checked for every configuration when they were opened")
    }
    self.table = table
    self.tables = tables
    replacements = userDictionaries.allSatisfy(\.rules.isEmpty) ? nil : ReplacementTable(userDictionaries)
  }

  /// The converted text.
  ///
  /// - Parameters:
  ///   - text: any text; what the configuration knows nothing of stays as it is.
  ///   - ranges: ascending ranges to convert, such as the prose of a page; what lies outside stays. `nil` stands for all.
  ///   - words: ascending ranges of words, from any tokenizer. A key that would begin inside of one word and end inside
  ///     of another, or cut a word in two, does not match. An empty array stands for no words known.
  ///   - names: ascending ranges of names of people. No key matches a part of one, and characters that are surnames
  ///     (余, 范, 于) or common in given names (杰) stay, though elsewhere they become 餘, 範, 於 and 傑.
  public func convert(
    _ text: String, within ranges: [UTF8Range]? = nil, respecting words: [UTF8Range] = [],
    protecting names: [UTF8Range] = []
  ) -> String {
    rewrite(text, within: ranges, words: words, names: names, recordingEdits: false).text
  }

  /// The converted text with its edits, at a small extra cost; see `convert(_:within:respecting:protecting:)`.
  public func rewriting(
    _ text: String, within ranges: [UTF8Range]? = nil, respecting words: [UTF8Range] = [],
    protecting names: [UTF8Range] = []
  ) -> Rewriting {
    rewrite(text, within: ranges, words: words, names: names, recordingEdits: true)
  }

  /// Whether the tables or the user dictionaries know a text of two characters or more at the start of `word`: if not, a
  /// word unknown to a lexicon as well may be a name.
  public func hasEntry(startingIn word: String) -> Bool {
    let marked = word.unicodeScalars.first.map { String($0).utf8.count } ?? 0
    return longestEntry(in: word) > marked
  }

  private func rewrite(
    _ text: String, within ranges: [UTF8Range]?, words: [UTF8Range], names: [UTF8Range], recordingEdits: Bool
  ) -> Rewriting {
    let ranges = Self.scopes(ranges, of: text)
    if replacements == nil && words.isEmpty && names.isEmpty {
      return rewrite(text, within: ranges, rules: NoRules(), recordingEdits: recordingEdits)
    }
    let rules = LayeredRules(replacements, words: words, names: names)
    return rewrite(text, within: ranges, rules: rules, recordingEdits: recordingEdits)
  }
}
