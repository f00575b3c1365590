/// Texts in double quotes, with the escapes that all three syntaxes understand.
enum EscapedText {
  /// The text in double quotes, on one line.
  static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where needsEscape(scalar): result += "\\u" + hexadecimal(scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a scalar cannot stand in a quoted text on one line.
  ///
  /// What YAML calls not printable or a line break of old is escaped everywhere: the control characters of both sets, the
  /// line and paragraph separators, the byte-order mark, and U+FFFE and U+FFFF.
  static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}

extension FrontMatter.Value {
  var isCollection: Bool {
    switch self {
    case .sequence, .mapping: true
    default: false
    }
  }

  var isEmptyCollection: Bool {
    switch self {
    case .sequence(let elements): elements.isEmpty
    case .mapping(let entries): entries.isEmpty
    default: false
    }
  }
}
