internal import CTokenizerKernels

/// What jieba does with runs of single characters: a run that is itself a word stays split, any other is given to the
/// hidden Markov model, which joins some of its characters.
enum JiebaRuns {
  /// Joins characters of unknown words by clearing bits of `workspace.tokenBits`.
  static func join(_ workspace: borrowing Workspace, count: Int, _ tables: ScoringTables) {
    let bits = unsafe workspace.tokenBits
    let ids = unsafe workspace.ids
    // The singles at the end of the previous 64 units, of which the bits may since have been cleared.
    var (hanBefore, asciiBefore): (UInt64, UInt64) = (0, 0)
    var place = 0
    for word in 0...count / 64 {
      let singles = unsafe TokenBits.singles(bits, word)
      let han = unsafe singles & ztk_ids_above(ids + 64 * word, UnitID.lastASCII)
      let ascii = unsafe (singles & ~han) & ztk_ids_above(ids + 64 * word, UnitID.separator)
      var firsts = han & ~(han << 1 | hanBefore >> 63)
      // Where the next unit is not single as well, there is nothing to join.
      firsts &= unsafe han >> 1 | nextIsSingle(bits, ids, word)
      hanBefore = han
      while firsts != 0 {
        let start = 64 * word + firsts.trailingZeroBitCount
        firsts &= firsts &- 1
        if start < place { continue }
        var end = start + 2
        while unsafe isSingleHan(bits, ids, end) { end += 1 }
        place = end
        let afterASCII =
          start & 63 > 0 ? ascii >> UInt64(start & 63 - 1) & 1 == 1 : asciiBefore >> 63 == 1
        let isAlone = unsafe !afterASCII && !isSingle(bits, ids, end)
        // jieba looks up the run with the ASCII characters at its ends, and finds no word with them.
        if isAlone, unsafe Lattice.isWord(ids, start, end, tables) { continue }
        joinHan(workspace, start, end, tables)
      }
      asciiBefore = ascii
    }
  }

  /// Bit 63 is set if the first of the following 64 units is a single Han character.
  @inline(__always)
  private static func nextIsSingle(_ bits: UnsafePointer<UInt64>, _ ids: UnsafePointer<UInt16>, _ word: Int) -> UInt64 {
    unsafe bits[word + 1] & 3 == 3 && ids[64 * word + 64] > UnitID.lastASCII ? 1 << 63 : 0
  }

  @inline(__always)
  private static func isSet(_ bits: UnsafePointer<UInt64>, _ place: Int) -> Bool {
    unsafe bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  /// Whether the unit at `place` is a token by itself and no separator.
  @inline(__always)
  private static func isSingle(_ bits: UnsafePointer<UInt64>, _ ids: UnsafePointer<UInt16>, _ place: Int) -> Bool {
    unsafe ids[place] != UnitID.separator && isSet(bits, place) && isSet(bits, place + 1)
  }

  @inline(__always)
  private static func isSingleHan(_ bits: UnsafePointer<UInt64>, _ ids: UnsafePointer<UInt16>, _ place: Int) -> Bool {
    unsafe ids[place] > UnitID.lastASCII && isSet(bits, place) && isSet(bits, place + 1)
  }

  /// Lets the model join the Han characters from `start` up to `end`.
  static func joinHan(_ workspace: borrowing Workspace, _ start: Int, _ end: Int, _ tables: ScoringTables) {
    let bits = unsafe workspace.tokenBits
    let ids = unsafe workspace.ids + start
    if end - start == 2 {
      let joined: UInt64 = unsafe tables.model.joins(ids[0], ids[1]) ? 1 : 0
      unsafe bits[(start + 1) >> 6] &= ~(joined << UInt64((start + 1) & 63))
    } else if end - start > 2 {
      // The lengths of the chunk have been read already: their place serves as trace.
      unsafe tables.model.join(ids, count: end - start, trace: workspace.lengths + start) { place in
        unsafe bits[(start + place) >> 6] &= ~(1 << UInt64((start + place) & 63))
      }
    }
    if let user = tables.user, user.forcesSplits { user.splitForced(workspace, start, end) }
  }
}
