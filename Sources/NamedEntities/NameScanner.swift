internal import DoubleArray
internal import TextOffsets

/// Finds the names of one dictionary in a range of a text, leftmost first and longest first.
///
/// The text is taken in blocks. One pass over a block turns its characters into classes and notes, without a branch,
/// the places whose first two classes begin a name (`BigramFilter`); most of a text ends there. From each noted place
/// the trie is walked over the classes. There are no failure links: names are short, and walking again from the next
/// place costs less than keeping an automaton's state.
@safe
final class NameScanner {
  // Sound because the text and the dictionary outlive the scanner (its users hold both), every index into the block
  // is below its capacity, and classes are indexes into tables of 65,536 entries.

  /// A name found: the bytes it covers, and the key it has.
  struct Found {
    var start: Int
    var end: Int
    var value: KeyValue
  }

  private let dictionary: EntityDictionary
  private let text: UnsafeBufferPointer<UInt8>
  private let scope: Range<Int>
  /// Keys nobody wants, by first alias: those of entities that an upper layer replaced.
  private let dead: Set<Int>

  private enum Walk {
    case found(Found)
    case nothing
    /// The block ended before the name did.
    case cutOff
  }

  /// The characters of a block at most; more than twice the longest name, so that a walk from the first place of a
  /// block never leaves it.
  private static let capacity = 2048
  private let classes: UnsafeMutablePointer<UInt16>
  private let starts: UnsafeMutablePointer<UInt32>
  private let candidates: UnsafeMutablePointer<UInt16>
  /// The byte offset of the block; `starts` count from it.
  private var blockStart: Int
  private var blockEnd: Int
  private var characterCount = 0
  private var candidateCount = 0
  private var nextCandidate = 0

  /// Prepares to scan `scope` of `text`; both ends lie on scalar boundaries.
  init(_ dictionary: EntityDictionary, text: UnsafeBufferPointer<UInt8>, scope: Range<Int>, dead: Set<Int> = []) {
    self.dictionary = dictionary
    unsafe self.text = text
    self.scope = scope
    self.dead = dead
    let capacity = min(Self.capacity, scope.count) + 4
    unsafe classes = .allocate(capacity: capacity)
    unsafe starts = .allocate(capacity: capacity)
    unsafe candidates = .allocate(capacity: capacity)
    blockStart = scope.lowerBound
    blockEnd = scope.lowerBound
  }

  deinit {
    unsafe classes.deallocate()
    unsafe starts.deallocate()
    unsafe candidates.deallocate()
  }

  /// The leftmost name that starts at `from` or later, and of those the longest. `from` never decreases from call to
  /// call.
  func next(from: Int) -> Found? {
    while true {
      while nextCandidate < candidateCount {
        let index = unsafe Int(candidates[nextCandidate])
        let start = unsafe blockStart + Int(starts[index])
        if start >= from {
          switch walk(from: index) {
          case .found(let found):
            nextCandidate += 1
            return found
          case .nothing: nextCandidate += 1
          case .cutOff: readBlock(from: start)
          }
        } else {
          nextCandidate += 1
        }
      }
      guard blockEnd < scope.upperBound else { return nil }
      readBlock(from: max(blockEnd, from))
    }
  }

  /// Reads the block that starts at `start`, and notes the places where a name may begin.
  private func readBlock(from start: Int) {
    blockStart = start
    let bytes = unsafe text
    let end = scope.upperBound
    let limit = min(Self.capacity, scope.count)
    let table = unsafe dictionary.basicClasses.baseAddress!
    let filter = unsafe dictionary.filter.baseAddress!
    let shift = dictionary.head.filterShift
    let singlesStart = UInt16(truncatingIfNeeded: dictionary.head.singlesStart)
    let singlesCount = UInt16(truncatingIfNeeded: dictionary.head.singlesEnd) &- singlesStart
    let wordCount = UInt16(truncatingIfNeeded: dictionary.head.wordLimit) &- CharacterClass.otherWord
    var offset = start
    var count = 0
    var found = 0
    // The class of the character before the place in question, the class at that place, and the class behind it.
    var last = isWord(before: start) ? CharacterClass.otherWord : CharacterClass.none
    var here = CharacterClass.none
    while count < limit && offset < end {
      let first = unsafe bytes[offset]
      var next: UInt16
      unsafe starts[count] = UInt32(truncatingIfNeeded: offset &- start)
      if first < 0x80 {
        next = unsafe table[Int(first)]
        offset &+= 1
      } else if first >= 0xE0 && first < 0xF0 {
        let character =
          unsafe (UInt32(first) & 0xF) << 12 | (UInt32(bytes[offset &+ 1]) & 0x3F) << 6
          | (UInt32(bytes[offset &+ 2]) & 0x3F)
        next = unsafe table[Int(character)]
        offset &+= 3
      } else if first < 0xE0 {
        next = unsafe table[Int((UInt32(first) & 0x1F) << 6 | (UInt32(bytes[offset &+ 1]) & 0x3F))]
        offset &+= 2
      } else {
        let high = unsafe (UInt32(first) & 0x7) << 18 | (UInt32(bytes[offset &+ 1]) & 0x3F) << 12
        let low = unsafe (UInt32(bytes[offset &+ 2]) & 0x3F) << 6 | (UInt32(bytes[offset &+ 3]) & 0x3F)
        next = dictionary.characterClass(of: high | low)
        offset &+= 4
      }
      unsafe classes[count] = next
      if count > 0 {
        note(last, here, next)
      }
      last = count == 0 ? last : here
      here = next
      count &+= 1
    }
    if offset < end {
      // What follows is not known yet: let the walk find out.
      unsafe candidates[found] = UInt16(truncatingIfNeeded: count &- 1)
      found &+= 1
    } else if count > 0 {
      note(last, here, CharacterClass.none)
    }

    func note(_ before: UInt16, _ here: UInt16, _ next: UInt16) {
      let bit = BigramFilter.hash(UInt32(here) << 16 | UInt32(next)) >> shift
      let passes = unsafe filter[Int(bit >> 6)] >> UInt64(bit & 63) & 1
      let single: UInt64 = here &- singlesStart < singlesCount ? 1 : 0
      // Inside of a word no name begins.
      let inWord: UInt64 =
        here &- CharacterClass.otherWord < wordCount && before &- CharacterClass.otherWord < wordCount ? 1 : 0
      unsafe candidates[found] = UInt16(truncatingIfNeeded: count &- 1)
      found &+= Int((passes | single) & ~inWord)
    }
    blockEnd = offset
    characterCount = count
    candidateCount = found
    nextCandidate = 0
  }

  /// The longest name that starts at character `first` of the block.
  private func walk(from first: Int) -> Walk {
    let trie = dictionary.trie
    var node = trie.root
    var index = first
    var longest: Found?
    var separators: UInt64 = 0
    var length = 0
    while true {
      guard index < characterCount else {
        if blockEnd < scope.upperBound && first > 0 { return .cutOff }
        break
      }
      var label = unsafe classes[index]
      if label == CharacterClass.separator, length > 0 {
        guard length < 64 else { break }
        separators |= 1 << UInt64(length)
        index &+= 1
        guard index < characterCount else { continue }
        label = unsafe classes[index]
      }
      guard label >= CharacterClass.firstOfNames, let child = trie.child(of: node, UInt32(label)) else { break }
      node = child
      index &+= 1
      length &+= 1
      if let packed = trie.value(at: node) {
        let found = unsafe Found(
          start: blockStart + Int(starts[first]),
          end: index < characterCount ? blockStart + Int(starts[index]) : blockEnd,
          value: KeyValue(packed: packed))
        if accepts(found, separators: separators, lastClass: label) { longest = found }
      }
    }
    return longest.map { .found($0) } ?? .nothing
  }

  /// Whether what was found counts: its ends are boundaries, and at least one of its names is written like this.
  private func accepts(_ found: Found, separators: UInt64, lastClass: UInt16) -> Bool {
    let isWord = UInt32(lastClass) < dictionary.head.wordLimit
    if isWord, unsafe !NameBoundary.holds(behind: found.end, in: text) { return false }
    if unsafe !NameBoundary.holds(before: found.start, in: text) { return false }
    if separators != 0 || found.value.needsCheck {
      let spelling = unsafe Spelling(text, found.start..<found.end)
      guard dictionary.records(of: found.value).contains(where: { dictionary.isName($0, spelledAs: spelling) }) else {
        return false
      }
    }
    return dead.isEmpty || !dead.contains(found.value.firstAlias)
  }

  private func isWord(before offset: Int) -> Bool {
    unsafe NameBoundary.scalar(before: offset, in: text)?.isWordCharacter ?? false
  }
}
