/// The ASCII bytes the three syntaxes are built from, by name.
extension UInt8 {
  /// Stands behind the last byte of a block, so that a parser may look at it without a check; NUL is refused in content.
  static var endOfBlock: UInt8 { 0x00 }
  static var tab: UInt8 { 0x09 }
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var space: UInt8 { 0x20 }
  static var exclamation: UInt8 { UInt8(ascii: "!") }
  static var doubleQuote: UInt8 { UInt8(ascii: "\"") }
  static var hash: UInt8 { UInt8(ascii: "#") }
  static var percent: UInt8 { UInt8(ascii: "%") }
  static var ampersand: UInt8 { UInt8(ascii: "&") }
  static var singleQuote: UInt8 { UInt8(ascii: "'") }
  static var asterisk: UInt8 { UInt8(ascii: "*") }
  static var plus: UInt8 { UInt8(ascii: "+") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var hyphen: UInt8 { UInt8(ascii: "-") }
  static var dot: UInt8 { UInt8(ascii: ".") }
  static var zero: UInt8 { UInt8(ascii: "0") }
  static var colon: UInt8 { UInt8(ascii: ":") }
  static var semicolon: UInt8 { UInt8(ascii: ";") }
  static var less: UInt8 { UInt8(ascii: "<") }
  static var equals: UInt8 { UInt8(ascii: "=") }
  static var greater: UInt8 { UInt8(ascii: ">") }
  static var question: UInt8 { UInt8(ascii: "?") }
  static var leftBracket: UInt8 { UInt8(ascii: "[") }
  static var backslash: UInt8 { UInt8(ascii: "\\") }
  static var rightBracket: UInt8 { UInt8(ascii: "]") }
  static var underscore: UInt8 { UInt8(ascii: "_") }
  static var leftBrace: UInt8 { UInt8(ascii: "{") }
  static var verticalBar: UInt8 { UInt8(ascii: "|") }
  static var rightBrace: UInt8 { UInt8(ascii: "}") }

  /// Space or tab.
  var isBlank: Bool { self == .space || self == .tab }

  /// LF or CR.
  var isLineBreak: Bool { self == .lineFeed || self == .carriageReturn }

  /// Space, tab, LF, CR, or the end of the block: what may follow an indicator of YAML.
  var isWhite: Bool { self <= .space && (isBlank || isLineBreak || self == .endOfBlock) }

  /// A comma, bracket or brace: what ends a plain scalar inside of a YAML flow collection.
  var isFlowIndicator: Bool {
    switch self {
    case .comma, .leftBracket, .rightBracket, .leftBrace, .rightBrace: true
    default: false
    }
  }

  /// 0 to 9.
  var isDigit: Bool { self &- .zero < 10 }

  /// A letter of ASCII.
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt32? {
    if isDigit { return UInt32(self &- .zero) }
    let lower = (self | 0x20) &- UInt8(ascii: "a")
    return lower < 6 ? UInt32(lower) + 10 : nil
  }
}
