internal import CTokenizerKernels

/// What jieba does with runs of single characters: a run that is itself a word stays split; in any other the hidden Markov
/// model joins Han characters, and ASCII characters are joined to pieces.
///
/// Runs are seen on `pathBits`, the best path as it was; joining clears bits of `tokenBits`.
enum JiebaRuns {
  /// Joins the characters of unknown words.
  static func join(_ workspace: borrowing Workspace, count: Int, _ tables: ScoringTables) {
    let path = unsafe workspace.pathBits
    let ids = unsafe workspace.ids
    // The singles of the 64 units before.
    var (hanBefore, asciiBefore): (UInt64, UInt64) = (0, 0)
    for word in 0...count / 64 {
      let singles = unsafe TokenBits.singles(path, word)
      let han = unsafe singles & ztk_ids_above(ids + 64 * word, UnitID.lastASCII)
      let ascii = unsafe (singles & ~han) & ztk_ids_above(ids + 64 * word, UnitID.separator)
      // The first character of each run, if the next one is single as well.
      var firsts = han & ~(han << 1 | hanBefore >> 63)
      firsts &= unsafe han >> 1 | (isSingleHan(path, ids, 64 * word + 64) ? 1 << 63 : 0)
      while firsts != 0 {
        let start = 64 * word + firsts.trailingZeroBitCount
        firsts &= firsts &- 1
        var end = start + 2
        while unsafe isSingleHan(path, ids, end) { end += 1 }
        let isAfterASCII = start & 63 > 0 ? ascii >> UInt64(start & 63 - 1) & 1 == 1 : asciiBefore >> 63 == 1
        if unsafe isAfterASCII || isSingle(path, ids, end) {
          // The run has ASCII characters at its ends. Collapsed ones are in no word.
          if workspace.hasExpandedRuns, isWord(runAround: start, workspace, tables) { continue }
        } else if unsafe Lattice.isWord(ids, start, end, tables) {
          continue
        }
        joinHan(workspace, start, end, tables)
      }
      (hanBefore, asciiBefore) = (han, ascii)
    }
    if workspace.hasExpandedRuns { joinASCII(workspace, count: count, tables) }
  }

  @inline(__always)
  static func isSet(_ bits: UnsafePointer<UInt64>, _ place: Int) -> Bool {
    unsafe bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  /// Whether the unit at `place` is a word of the path by itself and no separator.
  @inline(__always)
  static func isSingle(_ path: UnsafePointer<UInt64>, _ ids: UnsafePointer<UInt16>, _ place: Int) -> Bool {
    unsafe ids[place] != UnitID.separator && isSet(path, place) && isSet(path, place + 1)
  }

  @inline(__always)
  private static func isSingleHan(_ path: UnsafePointer<UInt64>, _ ids: UnsafePointer<UInt16>, _ place: Int) -> Bool {
    unsafe ids[place] > UnitID.lastASCII && isSet(path, place) && isSet(path, place + 1)
  }

  /// Lets the model join the Han characters from `start` up to `end`, two or more.
  @inline(__always)
  private static func joinHan(_ workspace: borrowing Workspace, _ start: Int, _ end: Int, _ tables: ScoringTables) {
    let tokens = unsafe workspace.tokenBits
    let ids = unsafe workspace.ids + start
    if end - start == 2 {
      let joined: UInt64 = unsafe tables.model.joins(ids[0], ids[1]) ? 1 : 0
      unsafe tokens[(start + 1) >> 6] &= ~(joined << UInt64((start + 1) & 63))
    } else {
      // The lengths of the chunk have been read already: their place serves as trace.
      unsafe tables.model.join(ids, count: end - start, trace: workspace.lengths + start, tokens, start: start)
    }
    if let user = tables.user, user.forcesSplits { user.splitForced(workspace, start, end) }
  }
}
