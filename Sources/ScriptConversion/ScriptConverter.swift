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

  /// Makes a converter.
  ///
  /// - Parameters:
  ///   - configuration: from what to what.
  ///   - tables: the compiled dictionaries, such as `ConversionTables.openCC`.
  ///   - rareResults: whether Simplified results are wanted that many fonts cannot show ("tofu"). OpenCC's libraries
  ///     default to true, its command line to false. Only conversions to Simplified have such results.
  public init(_ configuration: ConversionConfiguration, tables: ConversionTables, rareResults: Bool = true) {
    self.configuration = configuration
    guard let table = try? tables.table(configuration, rareResults: rareResults) else {
      preconditionFailure("the tables were checked for every configuration when they were opened")
    }
    self.table = table
  }

  /// The converted text.
  ///
  /// - Parameters:
  ///   - text: any text; what the configuration knows nothing of stays as it is.
  ///   - ranges: ascending ranges to convert, such as the prose of a page; what lies outside stays. `nil` stands for all.
  public func convert(_ text: String, within ranges: [UTF8Range]? = nil) -> String {
    rewrite(text, within: ranges, rules: NoRules(), recordingEdits: false).text
  }

  /// The converted text with its edits, at a small extra cost.
  public func rewriting(_ text: String, within ranges: [UTF8Range]? = nil) -> Rewriting {
    rewrite(text, within: ranges, rules: NoRules(), recordingEdits: true)
  }
}
