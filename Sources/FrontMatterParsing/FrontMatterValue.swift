extension FrontMatter {
  /// A value to write into a block, or one taken out of it: what a ``Node`` says, without its place.
  ///
  /// Written as literals: `"text"`, `12`, `1.5`, `true`, `nil`, `["芯片", "访谈"]`, `["name": "何之远"]`.
  public indirect enum Value: Hashable, Sendable {
    /// No value. TOML has none.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// Any number.
    case float(Double)
    /// A number whose digits matter, as `1.10` in a version: written as it is.
    case number(String)
    /// A text.
    case string(String)
    /// A date or a time, written as its text.
    case timestamp(Timestamp)
    /// A list.
    case sequence([Value])
    /// Keys with values, in order.
    case mapping([Entry])

    /// A key and its value.
    public struct Entry: Hashable, Sendable {
      /// The key.
      public var key: String
      /// The value.
      public var value: Value

      /// Makes an entry.
      public init(key: String, value: Value) {
        self.key = key
        self.value = value
      }
    }
  }
}

extension FrontMatter.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .float(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// No value.
  public init(nilLiteral: ()) { self = .null }
  /// A list.
  public init(arrayLiteral elements: FrontMatter.Value...) { self = .sequence(elements) }
  /// Keys with values, in the order of the literal.
  public init(dictionaryLiteral elements: (String, FrontMatter.Value)...) {
    self = .mapping(elements.map { Entry(key: $0.0, value: $0.1) })
  }
}

extension FrontMatter.Node {
  /// The value without its place, aliases resolved. O(size of what it stands for), which the limits bound.
  ///
  /// A number that `Int` or `Double` would not write the same way is a ``FrontMatter/Value/number(_:)``.
  public var value: FrontMatter.Value {
    switch kind {
    case .null: return .null
    case .boolean: return .boolean(boolean ?? false)
    case .integer: return number(integer.map { "\($0)" }, .integer(integer ?? 0))
    case .float: return number(double.map { "\($0)" }, .float(double ?? 0))
    case .string: return .string(string ?? "")
    case .timestamp: return timestamp.map { .timestamp($0) } ?? .string(string ?? "")
    case .sequence: return .sequence(elements.map(\.value))
    case .mapping:
      return .mapping(entries.map { FrontMatter.Value.Entry(key: $0.key.string ?? "", value: $0.value.value) })
    }
  }

  /// The number as its type, if that keeps its digits.
  private func number(_ canonical: String?, _ value: FrontMatter.Value) -> FrontMatter.Value {
    let text = string ?? ""
    return text == canonical ? value : .number(text)
  }

  /// Whether the node says `value`. Cheaper than comparing ``value``.
  func says(_ value: FrontMatter.Value) -> Bool {
    switch value {
    case .null: return kind == .null
    case .boolean(let expected): return boolean == expected
    case .integer(let expected): return integer == expected
    case .float(let expected): return double.map { $0 == expected || ($0.isNaN && expected.isNaN) } ?? false
    case .number(let expected): return (kind == .integer || kind == .float) && string == expected
    case .string(let expected): return kind == .string && string == expected
    case .timestamp(let expected): return kind != .sequence && kind != .mapping && string == expected.text
    case .sequence(let expected):
      return kind == .sequence && count == expected.count && zip(elements, expected).allSatisfy { $0.says($1) }
    case .mapping(let expected):
      return kind == .mapping && count == expected.count
        && zip(entries, expected).allSatisfy { $0.key.string == $1.key && $0.value.says($1.value) }
    }
  }
}
