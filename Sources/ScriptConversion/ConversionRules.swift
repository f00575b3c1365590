/// What may narrow or overrule the tables. The conversion without any compiles to code without a trace of it.
protocol ConversionRules {
  /// Whether there can be replacements at all.
  static var haveReplacements: Bool { get }
  /// Whether a replacement may begin with ASCII.
  var replaceASCII: Bool { get }

  /// How many bytes at most a replacement has for each byte of what it replaces.
  var growth: Int { get }

  /// Whether a key may match from `source` to `end`; asked with sources in ascending order.
  mutating func permit(
    _ source: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, in text: UnsafePointer<UInt8>
  ) -> Bool
  /// What replaces the text from `source`, whatever the tables say; `text` is where offsets count from.
  mutating func replacement(
    _ source: UnsafePointer<UInt8>, in text: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> ConversionReplacement?
}

/// Bytes that stand, with `ConversionFormat.outputPadding` more behind them, for the text up to `end`.
@safe
struct ConversionReplacement {
  // Sound because it is used at once, while text and rules are there.
  let output: UnsafePointer<UInt8>
  let count: Int
  let end: UnsafePointer<UInt8>
}

/// The tables as they are.
struct NoRules: ConversionRules {
  static var haveReplacements: Bool { false }
  var replaceASCII: Bool { false }

  var growth: Int { 1 }

  @inline(__always)
  func permit(
    _ source: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, in text: UnsafePointer<UInt8>
  ) -> Bool { true }
  @inline(__always)
  func replacement(
    _ source: UnsafePointer<UInt8>, in text: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> ConversionReplacement? { nil }
}
