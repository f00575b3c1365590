internal import TextOffsets

/// Word boundaries that no key may cross, names, and user dictionaries.
struct LayeredRules: ConversionRules {
  static var haveReplacements: Bool { true }

  private let replacements: ReplacementTable?
  private var words: RangeCursor
  private var names: RangeCursor

  /// - Parameters:
  ///   - words: ascending ranges without overlap.
  ///   - names: the same.
  init(_ replacements: ReplacementTable?, words: [UTF8Range] = [], names: [UTF8Range] = []) {
    self.replacements = replacements
    self.words = RangeCursor(words)
    self.names = RangeCursor(names)
  }

  var replaceASCII: Bool { replacements?.startsWithASCII ?? false }
  var growth: Int { replacements?.growth ?? 1 }

  mutating func permit(
    _ source: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, in text: UnsafePointer<UInt8>
  ) -> Bool {
    if let replacements, unsafe replacements.blocks(source, count: end - source) { return false }
    let match = unsafe UTF8Range(start: source - text, end: end - text)
    return words.allows(match, inside: true) && names.allows(match, inside: false)
  }

  mutating func replacement(
    _ source: UnsafePointer<UInt8>, in text: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> ConversionReplacement? {
    if unsafe names.contain(source - text) { return unsafe NameCharacters.kept.longest(source, to: end) }
    guard let replacements, let found = unsafe replacements.longest(source, to: end) else { return nil }
    let match = unsafe UTF8Range(start: source - text, end: found.end - text)
    return words.allows(match, inside: true) && names.allows(match, inside: false) ? found : nil
  }
}

/// Ascending ranges, looked at from ascending places.
struct RangeCursor {
  private let ranges: [UTF8Range]
  /// The first range that ends after the last start asked about.
  private var index = 0

  init(_ ranges: [UTF8Range]) { self.ranges = ranges }

  /// Whether `match` cuts no range: each one it touches it covers whole, or it lies within one and `inside` says it may.
  mutating func allows(_ match: UTF8Range, inside: Bool) -> Bool {
    pass(match.start)
    var index = index
    while index < ranges.count, ranges[index].start < match.end {
      let range = ranges[index]
      if !match.contains(range) && !(inside && range.contains(match)) { return false }
      index += 1
    }
    return true
  }

  mutating func contain(_ place: Int) -> Bool {
    pass(place)
    return index < ranges.count && ranges[index].contains(place)
  }

  /// Whether a range shares a byte with `range`.
  mutating func touch(_ range: UTF8Range) -> Bool {
    pass(range.start)
    return index < ranges.count && ranges[index].overlaps(range)
  }

  private mutating func pass(_ place: Int) {
    while index < ranges.count, ranges[index].end <= place { index += 1 }
  }
}

/// Characters that in the names of people are not what they usually stand for elsewhere: the surnames 余 范 于 岳 … are not
/// 餘 範 於 嶽, and 钟 is 鍾.
private enum NameCharacters {
  static let characters = "余范于岳涂郁党杰朴里征游"

  static let kept: ReplacementTable = {
    var dictionary = UserDictionary()
    for character in characters { try? dictionary.add(String(character), .replace(String(character))) }
    try? dictionary.add("钟", .replace("鍾"))
    return ReplacementTable([dictionary])
  }()
}
