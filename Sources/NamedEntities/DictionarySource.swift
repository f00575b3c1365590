public import TextOffsets

/// The text of a dictionary, read: its entries with their places, and everything that is wrong with it.
///
/// Reading never stops at the first problem. `EntityDictionary(_:)` refuses a source with errors; `lint(against:)` finds
/// what is doubtful as well.
public struct DictionarySource: Sendable {
  /// An entry, and the bytes of the source it was read from.
  public struct Located: Hashable, Sendable {
    /// The entry.
    public let entry: DictionaryEntry
    /// Its bytes.
    public let range: UTF8Range

    /// Makes the pair.
    public init(_ entry: DictionaryEntry, at range: UTF8Range) {
      self.entry = entry
      self.range = range
    }
  }

  /// Something wrong or doubtful in a source.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable {
      /// The source cannot be used.
      case error
      /// It can be used, but probably does something that was not meant.
      case warning
    }

    /// How bad it is.
    public let severity: Severity
    /// The line and column it begins at.
    public let position: LineTable.Position
    /// What is wrong.
    public let reason: String
    /// What to do, where that is known.
    public let suggestion: String?

    /// Makes a problem.
    public init(_ severity: Severity, at position: LineTable.Position, reason: String, suggestion: String? = nil) {
      self.severity = severity
      self.position = position
      self.reason = reason
      self.suggestion = suggestion
    }

    /// The problem in the form `LINE:COLUMN: error: what is wrong; what to do`.
    public var description: String {
      "\(position): \(severity.rawValue): \(reason)" + (suggestion.map { "; " + $0 } ?? "")
    }
  }

  /// The entries that could be read, in order.
  public internal(set) var entries: [Located] = []
  /// What stands in the way of reading the others.
  public internal(set) var problems: [Problem] = []
  /// Where the lines of the source begin.
  public let lines: LineTable
  /// The source as it was read.
  public let text: String

  /// Makes a source of entries read elsewhere, such as from a YAML list.
  public init(entries: [Located], problems: [Problem] = [], text: String) {
    self.entries = entries
    self.problems = problems
    lines = LineTable(text)
    self.text = text
  }

  /// Reads JSON Lines: one entry a line; empty lines count for nothing.
  ///
  /// ```json
  /// {"id":"com.example","type":"company","name":"例子科技","aliases":["例科"],"source":"me","license":"CC0-1.0"}
  /// {"id":"com.apple","change":"amend","remove":["苹果"]}
  /// {"id":"prd.kimi","change":"disable"}
  /// ```
  public init(jsonLines text: String) {
    lines = LineTable(text)
    self.text = text
    for number in 1...lines.count {
      let range = lines.range(ofLine: number)
      let isBlank = text[range].utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
      if isBlank { continue }
      do {
        let value = try JSONReader.value(of: text, in: range.offsets)
        entries.append(Located(try EntityFields.entry(of: value), at: range))
      } catch {
        problems.append(Problem(.error, at: lines.position(of: error.offset), reason: error.reason))
      }
    }
  }
}

extension EntityDictionary {
  /// Compiles a dictionary from a source.
  ///
  /// - Throws: `EntityDictionaryError` where an id comes twice or a name cannot be compiled, and code `.invalidSource`
  ///   where the source has errors: they are listed in its `problems`.
  public init(_ source: DictionarySource, dataVersion: Int = 0) throws(EntityDictionaryError) {
    try self.init(compiled: Self.compile(source, dataVersion: dataVersion))
  }

  /// The bytes of a dictionary compiled from a source.
  ///
  /// - Throws: as `init(_:dataVersion:)`.
  public static func compile(
    _ source: DictionarySource, dataVersion: Int = 0
  ) throws(EntityDictionaryError) -> [UInt8] {
    guard !source.problems.contains(where: { $0.severity == .error }) else {
      throw EntityDictionaryError(code: .invalidSource)
    }
    return try compile(source.entries.map(\.entry), dataVersion: dataVersion)
  }
}
