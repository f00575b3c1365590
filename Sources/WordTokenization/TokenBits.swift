internal import CTokenizerKernels

/// The best path as one bit a unit: whether a token starts there.
///
/// In this form runs of single characters, whose words the lexicon does not know, are found 64 units at a time: a token is
/// one unit long where two neighbouring bits are set.
enum TokenBits {
  /// Follows the best words from the first unit on and sets the bit of each unit at which one starts, and that of the
  /// place behind the last unit.
  static func mark(_ workspace: borrowing Workspace, count: Int) {
    unsafe ztk_mark(workspace.lengths, count, workspace.pathBits, workspace.tokenBits)
  }

  /// The bits of 64 units: whether a token of one unit is there.
  @inline(__always)
  static func singles(_ bits: UnsafePointer<UInt64>, _ word: Int) -> UInt64 {
    unsafe bits[word] & (bits[word] >> 1 | bits[word + 1] << 63)
  }

  /// Adds the ends of all tokens of the chunk to the result.
  static func emit(_ workspace: inout Workspace, count: Int) {
    workspace.reserveTokens(count + 8)
    let written = unsafe ztk_emit(
      workspace.tokenBits, count, workspace.starts, workspace.ends + workspace.tokenCount)
    workspace.tokenCount += written
  }
}
