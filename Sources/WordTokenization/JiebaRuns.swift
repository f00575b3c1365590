internal import CTokenizerKernels

/// What jieba does with runs of single characters: a run that is itself a word stays split; in any other the hidden Markov
/// model joins Han characters, and ASCII characters are joined to pieces.
///
/// Runs are found and joined in C (`unknown_runs.c`), all of a chunk in one go. They are seen on `pathBits`, the best path as
/// it was; joining clears bits of `tokenBits`.
enum JiebaRuns {
  /// Joins the characters of unknown words.
  static func join(_ workspace: inout Workspace, count: Int, _ tables: ScoringTables) {
    let ids = unsafe workspace.ids
    let runs = unsafe workspace.runs
    if unsafe ztk_find_runs(tables.lattice, ids, count, workspace.pathBits, runs) {
      keepWords(&workspace, count: count, tables)
      if workspace.hasExpandedRuns { keepWordsWithASCII(&workspace, count: count, tables) }
      // The lengths of the chunk have been read already: their place serves as trace.
      unsafe tables.model.join(ids, count: count, runs, trace: workspace.lengths, workspace.tokenBits)
      if let user = tables.user, user.forcesSplits { splitForced(&workspace, count: count, user) }
    }
    if workspace.hasExpandedRuns { joinASCII(&workspace, count: count, tables) }
  }

  /// Takes those runs out that are words.
  private static func keepWords(_ workspace: inout Workspace, count: Int, _ tables: ScoringTables) {
    let (path, ids, runs) = unsafe (workspace.pathBits, workspace.ids, workspace.runs)
    for word in 0...count / 64 {
      var firsts = unsafe tables.user == nil ? runs.words[word] : runs.firsts[word]
      while firsts != 0 {
        let start = 64 * word + firsts.trailingZeroBitCount
        firsts &= firsts &- 1
        let end = unsafe self.end(ofRun: start, runs)
        // With ASCII characters at its ends, the run is longer.
        if unsafe start > 0 && isSingle(path, ids, start - 1) || isSingle(path, ids, end) { continue }
        if unsafe Lattice.isWord(ids, start, end, tables) { unsafe take(start..<end, outOf: runs) }
      }
    }
  }

  /// Removes characters from the runs.
  static func take(_ characters: Range<Int>, outOf runs: ztk_runs) {
    for place in characters { unsafe runs.characters[place >> 6] &= ~(1 << UInt64(place & 63)) }
  }

  private static func splitForced(_ workspace: inout Workspace, count: Int, _ user: UserTrie) {
    let runs = unsafe workspace.runs
    for word in 0...count / 64 {
      // Where a run was taken out, its first character is still marked.
      var firsts = unsafe runs.firsts[word] & runs.characters[word]
      while firsts != 0 {
        let start = 64 * word + firsts.trailingZeroBitCount
        firsts &= firsts &- 1
        unsafe user.splitForced(workspace, start, end(ofRun: start, runs))
      }
    }
  }

  private static func end(ofRun start: Int, _ runs: ztk_runs) -> Int {
    var end = start + 2
    while unsafe isSet(runs.characters, end) { end += 1 }
    return end
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
}
