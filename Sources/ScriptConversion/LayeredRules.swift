internal import TextOffsets

/// Word boundaries that no key may cross, and user dictionaries.
struct LayeredRules: ConversionRules {
  static var haveReplacements: Bool { true }

  private let replacements: ReplacementTable?
  private let words: [UTF8Range]
  /// The first word that ends after the last start asked about.
  private var word = 0

  /// - Parameter words: ascending ranges without overlap.
  init(_ replacements: ReplacementTable?, words: [UTF8Range]) {
    self.replacements = replacements
    self.words = words
  }

  var replaceASCII: Bool { replacements?.startsWithASCII ?? false }
  var growth: Int { replacements?.growth ?? 1 }

  mutating func permit(_ source: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, in text: UnsafePointer<UInt8>)
    -> Bool
  {
    if let replacements, unsafe replacements.blocks(source, count: end - source) { return false }
    return unsafe words.isEmpty || respectsWords(source - text, end - text)
  }

  func replacement(
    _ source: UnsafePointer<UInt8>, in text: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> ConversionReplacement? {
    guard let replacements else { return nil }
    return unsafe replacements.longest(source, to: end)
  }

  /// Whether a match from `start` to `end` consists of whole words, or lies within one.
  private mutating func respectsWords(_ start: Int, _ end: Int) -> Bool {
    while word < words.count, words[word].end <= start { word += 1 }
    var index = word
    while index < words.count, words[index].start < end {
      let range = words[index]
      let cutsStart = range.start < start && start < range.end && range.end < end
      let cutsEnd = start < range.start && end < range.end
      if cutsStart || cutsEnd { return false }
      index += 1
    }
    return true
  }
}
