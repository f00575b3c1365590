internal import CTokenizerKernels

/// Chunks in which ASCII characters are units by themselves, because a word may touch their run.
extension JiebaRuns {
  /// Joins the ASCII characters of unknown runs into the pieces of `[a-zA-Z0-9]+(?:\.\d+)?%?` and what is between them.
  static func joinASCII(_ workspace: inout Workspace, count: Int, _ tables: ScoringTables) {
    forEachSingleASCII(&workspace, count: count) { run, workspace in
      if run.count > 1 && !isWord(runAround: run.lowerBound, &workspace, tables) {
        joinPieces(&workspace, run.lowerBound, run.upperBound)
      }
    }
  }

  /// Takes those runs of Han characters out that are a word together with the ASCII characters at their ends. Collapsed ones
  /// are in no word.
  static func keepWordsWithASCII(_ workspace: inout Workspace, count: Int, _ tables: ScoringTables) {
    let runs = unsafe workspace.runs
    forEachSingleASCII(&workspace, count: count) { run, workspace in
      var (start, end) = (run.lowerBound, run.upperBound)
      while unsafe start > 0 && isSet(runs.characters, start - 1) { start -= 1 }
      while unsafe isSet(runs.characters, end) { end += 1 }
      if start..<end != run && isWord(runAround: run.lowerBound, &workspace, tables) {
        unsafe take(start..<end, outOf: runs)
      }
    }
  }

  /// Calls `body` with the longest stretches of ASCII characters that are words of the path by themselves.
  @inline(__always)
  private static func forEachSingleASCII(
    _ workspace: inout Workspace, count: Int, _ body: (Range<Int>, inout Workspace) -> Void
  ) {
    let ids = unsafe workspace.ids
    var done = 0
    for word in 0...count / 64 {
      let marks =
        unsafe ztk_ids_above(ids + 64 * word, UnitID.attachedRun) & ~ztk_ids_above(ids + 64 * word, UnitID.lastASCII)
      var firsts = unsafe marks & TokenBits.singles(workspace.pathBits, word)
      while firsts != 0 {
        let start = 64 * word + firsts.trailingZeroBitCount
        firsts &= firsts &- 1
        if start < done { continue }
        done = start + 1
        while isSingleASCII(&workspace, done) { done += 1 }
        body(start..<done, &workspace)
      }
    }
  }

  /// Joins neighbouring letters and digits that are words of the path by themselves, as jieba does without the model.
  static func joinAlnum(_ workspace: inout Workspace, count: Int) {
    for place in 1..<max(count, 1) where isSingleAlnum(&workspace, place - 1) && isSingleAlnum(&workspace, place) {
      unsafe workspace.tokenBits[place >> 6] &= ~(1 << UInt64(place & 63))
    }
  }

  /// Whether the whole run of singles around a place is a word.
  static func isWord(runAround place: Int, _ workspace: inout Workspace, _ tables: ScoringTables) -> Bool {
    let (path, ids) = unsafe (workspace.pathBits, workspace.ids)
    var (start, end) = (place, place + 1)
    while unsafe start > 0 && isSingle(path, ids, start - 1) { start -= 1 }
    while unsafe isSingle(path, ids, end) { end += 1 }
    return unsafe end - start > 1 && Lattice.isWord(ids, start, end, tables)
  }

  private static func isSingleASCII(_ workspace: inout Workspace, _ place: Int) -> Bool {
    let id = unsafe workspace.ids[place]
    return unsafe id >= UnitID.firstASCII && id <= UnitID.lastASCII
      && isSingle(workspace.pathBits, workspace.ids, place)
  }

  private static func isSingleAlnum(_ workspace: inout Workspace, _ place: Int) -> Bool {
    isSingleASCII(&workspace, place) && ASCIIClass.isAlnum(byte(&workspace, place))
  }

  /// The character of a unit that is a single ASCII character.
  private static func byte(_ workspace: inout Workspace, _ place: Int) -> UInt8 {
    unsafe UnitID.ascii[Int(workspace.ids[place] - UnitID.firstASCII)]
  }

  /// Joins the ASCII characters of one run into its pieces.
  private static func joinPieces(_ workspace: inout Workspace, _ start: Int, _ end: Int) {
    let bytes = (start..<end).map { byte(&workspace, $0) }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let pieceEnd = unsafe JiebaUnits.pieceEnd(bytes.baseAddress!, place, bytes.count, splitsRuns: false)
        for joined in start + place + 1..<max(start + pieceEnd, start + place + 1) {
          unsafe workspace.tokenBits[joined >> 6] &= ~(1 << UInt64(joined & 63))
        }
        place = pieceEnd
      }
    }
  }
}
