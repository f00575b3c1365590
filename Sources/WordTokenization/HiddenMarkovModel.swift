/// The hidden Markov model that joins single characters into unknown words: jieba's `finalseg`.
///
/// Each character is the beginning (B), middle (M) or end (E) of a word, or a word by itself (S). Start and transition
/// scores and four emission scores a character are logarithms; what was never seen scores −3.14e100. The path with the
/// highest sum wins (A. Viterbi, 1967); sums are taken in jieba's order, and of equal ones the later letter of the
/// alphabet wins, so that the result is jieba's to the last bit.
@safe
struct HiddenMarkovModel {
  // Sound because the pointer lies in a lexicon that whoever holds this value keeps alive, whose size was checked.

  /// The numbers before the emissions: starts of B, M, E, S, then eight transitions.
  static let headerCount = 12

  private let numbers: UnsafePointer<Double>

  init(_ numbers: UnsafePointer<Double>) { unsafe self.numbers = unsafe numbers }

  /// The emission scores of `unit`: B, M, E, S.
  @inline(__always)
  private func emissions(_ unit: UInt16) -> UnsafePointer<Double> {
    unsafe numbers + Self.headerCount + 4 * Int(unit)
  }

  /// Whether two characters make one word.
  ///
  /// Of a pair only the paths B E or M E (one word) and S S or E S (two) are possible.
  @inline(__always)
  func joins(_ left: UInt16, _ right: UInt16) -> Bool {
    let (first, second) = unsafe (emissions(left), emissions(right))
    let transitions = unsafe numbers + 4
    let begin = unsafe (numbers[0] + first[0]) + transitions[0]
    let middle = unsafe (numbers[1] + first[1]) + transitions[1]
    let end = unsafe (numbers[2] + first[2]) + transitions[6]
    let single = unsafe (numbers[3] + first[3]) + transitions[7]
    return unsafe max(begin, middle) + second[2] > max(end, single) + second[3]
  }

  /// Finds the words among `count` characters: `body(i)` is called for each `i` in `1..<count` where character `i`
  /// continues the word of the one before it, from right to left.
  ///
  /// - Parameter trace: room for `count` bytes. O(count).
  @inline(__always)
  func join(
    _ units: UnsafePointer<UInt16>, count: Int, trace: UnsafeMutablePointer<UInt8>, _ body: (Int) -> Void
  ) {
    let start = unsafe numbers
    let transitions = unsafe numbers + 4
    let first = unsafe emissions(units[0])
    var (b, m, e, s) = unsafe (start[0] + first[0], start[1] + first[1], start[2] + first[2], start[3] + first[3])
    for place in 1..<count {
      let emission = unsafe emissions(units[place])
      // Each state has two possible predecessors. The trace keeps one bit a state: set for the later letter.
      let endFromBegin = unsafe (b + transitions[0]) + emission[2]
      let endFromMiddle = unsafe (m + transitions[1]) + emission[2]
      let middleFromBegin = unsafe (b + transitions[2]) + emission[1]
      let middleFromMiddle = unsafe (m + transitions[3]) + emission[1]
      let beginFromEnd = unsafe (e + transitions[4]) + emission[0]
      let beginFromSingle = unsafe (s + transitions[5]) + emission[0]
      let singleFromEnd = unsafe (e + transitions[6]) + emission[3]
      let singleFromSingle = unsafe (s + transitions[7]) + emission[3]
      var bits: UInt8 = beginFromSingle >= beginFromEnd ? 1 : 0
      bits |= middleFromMiddle >= middleFromBegin ? 2 : 0
      bits |= endFromMiddle >= endFromBegin ? 4 : 0
      bits |= singleFromSingle >= singleFromEnd ? 8 : 0
      unsafe trace[place] = bits
      b = max(beginFromEnd, beginFromSingle)
      m = max(middleFromBegin, middleFromMiddle)
      e = max(endFromBegin, endFromMiddle)
      s = max(singleFromEnd, singleFromSingle)
    }
    var isInside = e > s
    // The state before E or M is B or M; the state before B or S is E or S.
    var state = isInside ? 2 : 3
    for place in stride(from: count - 1, to: 0, by: -1) {
      let later = unsafe trace[place] >> UInt8(state) & 1 == 1
      isInside = state == 1 || state == 2
      if isInside { body(place) }
      state = isInside ? (later ? 1 : 0) : (later ? 3 : 2)
    }
  }
}
