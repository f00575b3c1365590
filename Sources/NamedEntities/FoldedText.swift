/// A text's characters, folded as in matching, with the place of each: what context is looked for in.
@safe
struct FoldedText {
  /// The folded characters.
  private(set) var characters: [UInt32] = []
  /// The byte offset of each character, and of the end.
  private(set) var offsets: [Int] = []

  /// No text.
  init() {}

  /// Folds the bytes `range` of a text.
  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let folding = CharacterFolding.shared
    characters.reserveCapacity(range.count / 2)
    offsets.reserveCapacity(range.count / 2)
    var offset = range.lowerBound
    while offset < range.upperBound, let scalar = unsafe NameBoundary.scalar(at: offset, in: text) {
      characters.append(folding.fold(scalar))
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
  }

  /// The number of the character at the byte `offset`, or of the next one. O(log n).
  func index(at offset: Int) -> Int {
    var low = 0
    var high = characters.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether `word` begins at `index`.
  func contains(_ word: [UInt32], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= characters.count else { return false }
    for place in word.indices where characters[index + place] != word[place] { return false }
    return true
  }

  /// The first place of `word` in `range`, as an index.
  func firstIndex(of word: [UInt32], in range: Range<Int>) -> Int? {
    guard let first = word.first, range.count >= word.count else { return nil }
    for index in range.lowerBound...range.upperBound - word.count
    where characters[index] == first && contains(word, at: index) {
      return index
    }
    return nil
  }
}

extension StringProtocol {
  /// The folded characters of a word.
  var folded: [UInt32] {
    let folding = CharacterFolding.shared
    return unicodeScalars.map(folding.fold)
  }
}
