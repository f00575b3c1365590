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

  /// Joins the characters of the runs: clears the bits of `tokens` at which no word starts. O(`count`).
  ///
  /// - Parameter trace: room for a byte a unit.
  @inline(__always)
  func join(
    _ ids: UnsafePointer<UInt16>, count: Int, _ runs: ztk_runs, trace: UnsafeMutablePointer<UInt8>,
    _ tokens: UnsafeMutablePointer<UInt64>
  ) {
    unsafe ztk_join_runs(numbers, ids, count, runs, trace, tokens)
  }
}
