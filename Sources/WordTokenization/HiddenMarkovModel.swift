internal import CTokenizerKernels

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
    return unsafe ztk_max(begin, middle) + second[2] > ztk_max(end, single) + second[3]
  }

  /// Joins the words among `count` characters: clears the bits of `tokens`, counted from `start`, at which no word starts.
  ///
  /// - Parameter trace: room for `count` bytes. O(count).
  @inline(__always)
  func join(
    _ units: UnsafePointer<UInt16>, count: Int, trace: UnsafeMutablePointer<UInt8>,
    _ tokens: UnsafeMutablePointer<UInt64>, start: Int
  ) {
    unsafe ztk_join_han(numbers, units, count, trace, tokens, start)
  }
}
