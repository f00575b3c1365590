/// Writes values as JSON (RFC 8259).
enum JSONWriter {
  /// The value on one line.
  static func inline(_ value: FrontMatter.Value) -> String {
    switch value {
    case .sequence(let elements): "[" + elements.map(inline).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { key($0.key) + ": " + inline($0.value) }.joined(separator: ", ") + "}"
    default: scalar(value)
    }
  }

  /// The value with an item on each line, the first line without its indentation and the last without its break.
  static func indented(_ value: FrontMatter.Value, indent: Int, lineBreak: String) -> String {
    let items: [String]
    let inner = indent + 2
    switch value {
    case .sequence(let elements): items = elements.map { indented($0, indent: inner, lineBreak: lineBreak) }
    case .mapping(let entries):
      items = entries.map { key($0.key) + ": " + indented($0.value, indent: inner, lineBreak: lineBreak) }
    default: return scalar(value)
    }
    let isMapping = if case .mapping = value { true } else { false }
    if items.isEmpty { return isMapping ? "{}" : "[]" }
    let padding = lineBreak + String(repeating: " ", count: inner)
    return (isMapping ? "{" : "[") + padding + items.joined(separator: "," + padding) + lineBreak
      + String(repeating: " ", count: indent) + (isMapping ? "}" : "]")
  }

  static func key(_ key: String) -> String { EscapedText.doubleQuoted(key) }

  private static func scalar(_ value: FrontMatter.Value) -> String {
    switch value {
    case .boolean(let truth): truth ? "true" : "false"
    case .integer(let number): "\(number)"
    case .float(let number): number.isFinite ? "\(number)" : "null"
    case .number(let text): number(text)
    case .timestamp(let timestamp): EscapedText.doubleQuoted(timestamp.text)
    case .string(let text): EscapedText.doubleQuoted(text)
    case .null, .sequence, .mapping: "null"
    }
  }

  /// A number as it is written where JSON writes it so, too; its value elsewhere.
  private static func number(_ text: String) -> String {
    let bytes = Array(text.utf8) + [.endOfBlock]
    var parser = JSONParser(bytes, limits: FrontMatter.Limits())
    if let root = try? parser.parse(), parser.tree[root].kind == .integer || parser.tree[root].kind == .float {
      return text
    }
    if let integer = Number.integer(bytes.dropLast()) { return "\(integer)" }
    guard let double = Number.double(bytes.dropLast()), double.isFinite else { return "null" }
    return "\(double)"
  }
}
