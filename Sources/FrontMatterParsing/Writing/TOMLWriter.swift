/// Writes values as TOML 1.0, which readers of 1.1 understand as well.
struct TOMLWriter {
  /// Whether texts stand in single quotes where they can.
  var prefersLiteral = false
  var lineBreak = "\n"

  /// A value on one line.
  func inline(_ value: FrontMatter.Value) throws(NotRepresentable) -> String {
    switch value {
    case .null: throw NotRepresentable()
    case .boolean(let truth): return truth ? "true" : "false"
    case .integer(let number): return "\(number)"
    case .float(let number): return Self.text(of: number)
    case .number(let text): return TOMLParser.isNumber(text) ? text : self.text(text)
    case .timestamp(let timestamp): return Self.isTimestamp(timestamp.text) ? timestamp.text : text(timestamp.text)
    case .string(let text): return self.text(text)
    case .sequence(let elements):
      var items: [String] = []
      for element in elements { items.append(try inline(element)) }
      return "[" + items.joined(separator: ", ") + "]"
    case .mapping(let entries):
      var items: [String] = []
      for entry in entries { items.append(key(entry.key) + " = " + (try inline(entry.value))) }
      return items.isEmpty ? "{}" : "{ " + items.joined(separator: ", ") + " }"
    }
  }

  /// A key: bare where it can be.
  func key(_ text: String) -> String {
    let isBare =
      !text.isEmpty && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == .hyphen || $0 == .underscore }
    return isBare ? text : self.text(text)
  }

  private func text(_ text: String) -> String {
    let isLiteral =
      prefersLiteral && !text.contains("'") && !text.unicodeScalars.contains(where: EscapedText.needsEscape)
    return isLiteral ? "'\(text)'" : EscapedText.doubleQuoted(text)
  }

  /// The lines of a root table: first what has no header, then the tables.
  func document(_ entries: [FrontMatter.Value.Entry]) throws(NotRepresentable) -> String {
    try table(entries, path: "")
  }

  private func table(_ entries: [FrontMatter.Value.Entry], path: String) throws(NotRepresentable) -> String {
    var lines = ""
    var tables = ""
    for entry in entries {
      let name = path.isEmpty ? key(entry.key) : path + "." + key(entry.key)
      if case .mapping(let inner) = entry.value, !inner.isEmpty {
        tables += lineBreak + "[\(name)]" + lineBreak + (try table(inner, path: name))
      } else {
        lines += key(entry.key) + " = " + (try inline(entry.value)) + lineBreak
      }
    }
    return lines + tables
  }

  /// Whether TOML 1.0 writes the date or time so; otherwise it stays a text.
  private static func isTimestamp(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard let parts = FrontMatter.Timestamp.scan(bytes, 0..<bytes.count) else { return false }
    return parts.isStrict && (parts.hasSeconds || parts.time == nil)
  }

  private static func text(of number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    return "\(number)"
  }
}

/// A value that a syntax cannot write.
struct NotRepresentable: Error {}
