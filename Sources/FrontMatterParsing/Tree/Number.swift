/// The values of numbers as the three syntaxes write them.
enum Number {
  /// The value of an integer, `nil` where it does not fit: decimal with a sign, `0x`, `0o` or `0b`, underscores skipped.
  static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
    var digits = bytes
    let isNegative = digits.first == .hyphen
    if isNegative || digits.first == .plus { digits = digits.dropFirst() }
    var radix = 10
    if digits.count > 2 && digits.first == .zero {
      switch digits[digits.startIndex + 1] {
      case UInt8(ascii: "x"): radix = 16
      case UInt8(ascii: "o"): radix = 8
      case UInt8(ascii: "b"): radix = 2
      default: break
      }
      if radix != 10 { digits = digits.dropFirst(2) }
    }
    // Counted below zero, where the one more value is.
    var value = 0
    for byte in digits where byte != .underscore {
      guard let digit = byte.hexadecimalValue, digit < radix else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: radix)
      let (difference, underflow) = product.subtractingReportingOverflow(Int(digit))
      if overflow || underflow { return nil }
      value = difference
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }

  /// The value of any number.
  static func double(_ bytes: ArraySlice<UInt8>) -> Double? {
    if let integer = integer(bytes) { return Double(integer) }
    let text = String(decoding: bytes.filter { $0 != .underscore }, as: UTF8.self).lowercased()
    switch text {
    case ".inf", "+.inf", "inf", "+inf": return .infinity
    case "-.inf", "-inf": return -.infinity
    case ".nan", "nan", "+nan", "-nan": return .nan
    default: break
    }
    if text.hasPrefix("0x") || text.hasPrefix("0o") { return largeInteger(text) }
    // `.5` and `5.` are numbers to YAML; Swift wants digits on both sides.
    var digits = text.hasPrefix("+") ? String(text.dropFirst()) : text
    if digits.hasPrefix(".") { digits = "0" + digits }
    if digits.hasPrefix("-.") { digits = "-0" + digits.dropFirst() }
    return Double(digits.replacingDotBeforeExponent)
  }

  /// The value of an integer of another radix that does not fit into `Int`.
  private static func largeInteger(_ text: String) -> Double? {
    let radix = text.hasPrefix("0x") ? 16.0 : 8.0
    return text.utf8.dropFirst(2).reduce(0.0) { $0! * radix + Double($1.hexadecimalValue ?? 0) }
  }
}

extension String {
  /// `5.` and `5.e3` as `5` and `5e3`.
  fileprivate var replacingDotBeforeExponent: String {
    guard let dot = firstIndex(of: ".") else { return self }
    let after = index(after: dot)
    guard after == endIndex || self[after] == "e" else { return self }
    var copy = self
    copy.remove(at: dot)
    return copy
  }
}
