/// Frequent words of two Han characters: a name that shares a character with one of them probably is none (the 个推 of
/// 那个推荐), and a given name that is one of them needs more than its characters to be a person.
struct CommonWords: Sendable {
  /// The words, collected once a process (about 0.2 ms).
  static let shared = CommonWords()

  private let words: Set<UInt32>

  private init() {
    let folding = CharacterFolding.shared
    var words = Set<UInt32>(minimumCapacity: 8192)
    var first: UInt32?
    for scalar in Self.pairs.unicodeScalars {
      if let left = first {
        words.insert(left << 16 | folding.fold(scalar))
        first = nil
      } else {
        first = folding.fold(scalar)
      }
    }
    self.words = words
  }

  /// Whether the two folded characters are a word.
  func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    first <= 0xFFFF && second <= 0xFFFF && words.contains(first << 16 | second)
  }

  /// Whether the folded characters are a word.
  func contains(_ characters: some Collection<UInt32>) -> Bool {
    guard characters.count == 2, let first = characters.first else { return false }
    return contains(first, characters[characters.index(after: characters.startIndex)])
  }
}
