/// What may narrow or overrule the tables. The conversion without any compiles to code without a trace of it.
protocol ConversionRules {
  /// Whether there can be replacements at all.
  static var haveReplacements: Bool { get }
  /// Whether a replacement may begin with ASCII.
  var replaceASCII: Bool { get }

  /// Whether a key may match from `start` to `end`; asked with starts in ascending order.
  mutating func permit(_ start: Int, _ end: Int) -> Bool
  /// What replaces the text from `start`, whatever the tables say.
  mutating func replacement(
    _ text: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> (end: Int, output: [UInt8])?
}

/// The tables as they are.
struct NoRules: ConversionRules {
  static var haveReplacements: Bool { false }
  var replaceASCII: Bool { false }

  @inline(__always)
  func permit(_ start: Int, _ end: Int) -> Bool { true }
  @inline(__always)
  func replacement(_ text: UnsafePointer<UInt8>, from start: Int, to end: Int) -> (end: Int, output: [UInt8])? { nil }
}
