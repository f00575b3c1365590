internal import DoubleArray
internal import TextOffsets

/// Finds the names of one dictionary in a range of a text, leftmost first and longest first.
///
/// The text is taken in blocks. One pass over a block turns its characters into classes and notes, without a branch,
/// the places whose first classes begin a name (`PrefixFilter`); most of a text ends there. From each noted place
/// the trie is walked over the classes. There are no failure links: names are short, and walking again from the next
/// place costs less than keeping an automaton's state.
@safe
struct NameScanner: ~Copyable {
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

  /// The characters of a block at most; more than twice the longest name, so that a walk from the first place of a
  /// block never leaves it.
  private static let capacity = 2048
  private let classes: UnsafeMutablePointer<UInt16>
  /// The offset of each character, counted from `blockStart`.
  private let starts: UnsafeMutablePointer<UInt16>
  /// The numbers of the characters at which a name may begin.
  private let candidates: UnsafeMutablePointer<UInt16>
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
    let capacity = min(Self.capacity, scope.count) + 2
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
  mutating func next(from: Int) -> Found? {
    while true {
      while nextCandidate < candidateCount {
        let index = unsafe Int(candidates[nextCandidate])
        let start = unsafe blockStart &+ Int(starts[index])
        nextCandidate &+= 1
        guard start >= from else { continue }
        let (end, value) = walk(from: index)
        if end > 0 { return unsafe Found(start: start, end: blockStart &+ Int(starts[end]), value: value) }
        if end < 0 { readBlock(from: start) }
      }
      guard blockEnd < scope.upperBound else { return nil }
      readBlock(from: max(blockEnd, from))
    }
  }

  /// Reads the block that starts at `start`, and notes the places where a name may begin.
  private mutating func readBlock(from start: Int) {
    blockStart = start
    blockEnd = start
    characterCount = 0
    classify()
    noteCandidates(isInWord: unsafe NameBoundary.isWord(before: start, in: text))
    nextCandidate = 0
  }

  /// Turns the characters from `blockStart` into classes, as many as the block holds.
  private mutating func classify() {
    guard let bytes = unsafe text.baseAddress, let table = unsafe dictionary.basicClasses.baseAddress else { return }
    let (classes, starts) = unsafe (classes, starts)
    let (start, end) = (blockStart, scope.upperBound)
    let limit = min(Self.capacity, scope.count)
    var offset = start
    var count = 0
    while count < limit && offset < end {
      let first = unsafe Int(bytes[offset])
      unsafe starts[count] = UInt16(truncatingIfNeeded: offset &- start)
      if first & 0xF0 == 0xE0 {
        let middle = unsafe Int(bytes[offset &+ 1]) & 0x3F
        let last = unsafe Int(bytes[offset &+ 2]) & 0x3F
        unsafe classes[count] = table[(first & 0xF) << 12 | middle << 6 | last]
        offset &+= 3
      } else if first < 0x80 {
        unsafe classes[count] = table[first]
        offset &+= 1
      } else if first < 0xE0 {
        unsafe classes[count] = table[(first & 0x1F) << 6 | (Int(bytes[offset &+ 1]) & 0x3F)]
        offset &+= 2
      } else {
        let scalar = unsafe NameBoundary.scalar(at: offset, in: text)
        unsafe classes[count] = dictionary.characterClass(of: scalar?.value ?? 0)
        offset &+= 4
      }
      count &+= 1
    }
    // Two classes more, so that the last character has neighbours, and the end of the last character.
    unsafe classes[count] = CharacterClass.none
    unsafe classes[count &+ 1] = CharacterClass.none
    unsafe starts[count] = UInt16(truncatingIfNeeded: offset &- start)
    characterCount = count
    blockEnd = offset
  }

  /// Notes the characters that with their neighbours begin a name.
  private mutating func noteCandidates(isInWord: Bool) {
    // Few dictionaries have names of one character, and the loop is short: it is compiled for either kind.
    if dictionary.head.singlesEnd > dictionary.head.singlesStart {
      noteCandidates(isInWord: isInWord, withSingles: true)
    } else {
      noteCandidates(isInWord: isInWord, withSingles: false)
    }
  }

  @inline(__always)
  private mutating func noteCandidates(isInWord: Bool, withSingles: Bool) {
    let filter = unsafe dictionary.filter.baseAddress!
    let (classes, candidates) = unsafe (classes, candidates)
    let mask = unsafe dictionary.filter.count &- 1
    let singlesStart = dictionary.head.singlesStart
    let singlesCount = dictionary.head.singlesEnd &- singlesStart
    let otherWord = UInt32(CharacterClass.otherWord)
    let wordCount = dictionary.head.wordLimit &- otherWord
    var found = 0
    var here = unsafe UInt32(classes[0])
    var next = unsafe UInt32(classes[1])
    // How far the class before is from the first class of word characters: below `wordCount` for those alone.
    var before = isInWord ? 0 : UInt32.max
    // What follows the last two characters of a block is not known where the text goes on: the walk finds out.
    let known = blockEnd < scope.upperBound ? max(0, characterCount &- 2) : characterCount
    for index in 0..<known {
      let third = unsafe UInt32(classes[index &+ 2])
      let pair = PrefixFilter.hash(here << 16 | next)
      let word = unsafe filter[PrefixFilter.word(pair, mask)]
      let begins = word &>> UInt64(pair) | word &>> UInt64(PrefixFilter.bit(pair, third: third))
      let isSingle: UInt64 = withSingles && here &- singlesStart < singlesCount ? 1 : 0
      // Inside of a word no name begins.
      let isOutside: UInt64 = max(before, here &- otherWord) >= wordCount ? 1 : 0
      // Written in any case, and counted where it is one: a branch would be mispredicted often.
      unsafe candidates[found] = UInt16(truncatingIfNeeded: index)
      found &+= Int(truncatingIfNeeded: (begins | isSingle) & isOutside & 1)
      before = here &- otherWord
      here = next
      next = third
    }
    for index in known..<characterCount {
      unsafe candidates[found] = UInt16(truncatingIfNeeded: index)
      found &+= 1
    }
    candidateCount = found
  }

  /// The longest name that starts at character `first` of the block: the character behind it, and its key. 0 where there
  /// is none, and -1 where the block ends before the name does.
  private func walk(from first: Int) -> (end: Int, value: KeyValue) {
    let trie = dictionary.trie
    let wordLimit = dictionary.head.wordLimit
    let count = characterCount
    let classes = unsafe classes
    var longest = (end: 0, value: KeyValue(packed: 0))
    if unsafe UInt32(classes[first]) < wordLimit, !mayBegin(first) { return longest }
    var node = trie.root
    var index = first
    var separators: UInt64 = 0
    var length: UInt64 = 0
    while true {
      if index == count {
        if blockEnd < scope.upperBound && first > 0 { return (-1, longest.value) }
        return longest
      }
      var label = unsafe classes[index]
      if label == CharacterClass.separator, length > 0, length < 64 {
        separators |= 1 &<< length
        index &+= 1
        // Behind the last character stands class 0, which ends the walk, unless the block is cut off there.
        if index == count { continue }
        label = unsafe classes[index]
      }
      guard label >= CharacterClass.firstOfNames, let child = trie.child(of: node, UInt32(label)) else {
        return longest
      }
      node = child
      index &+= 1
      length &+= 1
      if let packed = trie.value(at: node) {
        let value = KeyValue(packed: packed)
        if accepts(first, index, value, isPlain: separators == 0, endsInWord: UInt32(label) < wordLimit) {
          longest = (index, value)
        }
        if node.isLeaf { return longest }
      }
    }
  }

  /// Whether the name from character `first` up to `end` counts: its end is a boundary, and at least one of the key's
  /// names is written like this.
  @inline(__always)
  private func accepts(_ first: Int, _ end: Int, _ value: KeyValue, isPlain: Bool, endsInWord: Bool) -> Bool {
    if endsInWord || !isPlain || value.needsCheck || !dead.isEmpty {
      return passesChecks(first, end, value, isPlain: isPlain, endsInWord: endsInWord)
    }
    return true
  }

  @inline(never)
  private func passesChecks(_ first: Int, _ end: Int, _ value: KeyValue, isPlain: Bool, endsInWord: Bool) -> Bool {
    let range = unsafe blockStart + Int(starts[first])..<blockStart + Int(starts[end])
    if endsInWord, unsafe !NameBoundary.holds(behind: range.upperBound, in: text) { return false }
    if !isPlain || value.needsCheck {
      let spelling = unsafe Spelling(text, range)
      guard dictionary.records(of: value).contains(where: { dictionary.isName($0, spelledAs: spelling) }) else {
        return false
      }
    }
    return !dead.contains(value.firstAlias)
  }

  /// Whether a name may begin at the character `index`, a word character, as far as joints such as `@` are concerned.
  private func mayBegin(_ index: Int) -> Bool {
    unsafe NameBoundary.holds(before: blockStart + Int(starts[index]), in: text)
  }
}
