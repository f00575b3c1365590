/// Writes values as YAML that every reader understands the same way: whatever YAML 1.1 or 1.2 would take for something
/// else than a text is quoted.
struct YAMLWriter {
  /// How a text that needs quotes, or whose neighbours have them, is written.
  enum Quoting {
    /// Without quotes where that is safe, in double ones elsewhere.
    case plain
    /// Without quotes where that is safe, in single ones elsewhere.
    case plainOrSingle
    case single
    case double
  }

  var quoting = Quoting.plain
  var lineBreak = "\n"
  /// How much deeper than its key a list is indented.
  var sequenceIndent = 2

  // MARK: Scalars

  /// A scalar, or a collection in brackets.
  func inline(_ value: FrontMatter.Value, inFlow: Bool) -> String {
    switch value {
    case .null: "null"
    case .boolean(let truth): truth ? "true" : "false"
    case .integer(let number): "\(number)"
    case .float(let number): Self.text(of: number)
    case .number(let text): Self.isNumber(text) ? text : quoted(text)
    case .timestamp(let timestamp): timestamp.text
    case .string(let text): self.text(text, inFlow: inFlow)
    case .sequence(let elements): "[" + elements.map { inline($0, inFlow: true) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{"
        + entries.map { key($0.key, inFlow: true) + ": " + inline($0.value, inFlow: true) }.joined(separator: ", ")
        + "}"
    }
  }

  /// A key.
  func key(_ text: String, inFlow: Bool) -> String {
    Self.isPlainKey(text, inFlow: inFlow) ? text : quoted(text)
  }

  /// A text as a scalar on one line.
  func text(_ text: String, inFlow: Bool) -> String {
    if quoting == .plain || quoting == .plainOrSingle, Self.isPlain(text, inFlow: inFlow) { return text }
    return quoted(text)
  }

  private func quoted(_ text: String) -> String {
    let wantsSingle = quoting == .single || quoting == .plainOrSingle
    return wantsSingle && !text.unicodeScalars.contains(where: Self.needsEscape)
      ? "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
      : EscapedText.doubleQuoted(text)
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool { EscapedText.needsEscape(scalar) }

  private static func isNumber(_ text: String) -> Bool {
    if text.isEmpty { return false }
    let bytes = text.utf8.span
    let kind = CoreSchema.kind(of: bytes, 0..<bytes.count)
    return kind == .integer || kind == .float
  }

  static func text(of number: Double) -> String {
    if number.isNaN { return ".nan" }
    if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
    return "\(number)"
  }

  // MARK: Blocks

  /// A collection on lines of its own, each with its line break: the content below a key at the column `indent`.
  func block(_ value: FrontMatter.Value, indent: Int) -> String {
    var lines = ""
    switch value {
    case .mapping(let entries):
      for entry in entries {
        lines += String(repeating: " ", count: indent) + self.entry(entry.key, entry.value, indent: indent)
      }
    case .sequence(let elements):
      for element in elements { lines += String(repeating: " ", count: indent) + item(element, indent: indent) }
    default: break
    }
    return lines
  }

  /// `key: value` with its line breaks, for a place at the column `indent`.
  func entry(_ key: String, _ value: FrontMatter.Value, indent: Int) -> String {
    self.key(key, inFlow: false) + ":" + afterColon(value, indent: indent)
  }

  /// What follows a colon at the column `indent`.
  func afterColon(_ value: FrontMatter.Value, indent: Int) -> String {
    if value.isEmptyCollection || !value.isCollection { return " " + inline(value, inFlow: false) + lineBreak }
    if case .sequence = value { return lineBreak + block(value, indent: indent + sequenceIndent) }
    return lineBreak + block(value, indent: indent + 2)
  }

  /// `- value` with its line breaks, for a place at the column `indent`.
  func item(_ value: FrontMatter.Value, indent: Int) -> String {
    if value.isEmptyCollection || !value.isCollection { return "- " + inline(value, inFlow: false) + lineBreak }
    return "- " + String(block(value, indent: indent + 2).dropFirst(indent + 2))
  }
}
