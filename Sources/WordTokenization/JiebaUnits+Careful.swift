extension JiebaUnits {
  /// Reads the ASCII characters from `state.offset` on one run at a time, until `limit` is reached.
  ///
  /// The path for runs that a word may touch, for `3.5`, `20%`, `\r\n`, and for runs longer than a vector.
  static func readCarefully(
    _ state: inout State, _ workspace: inout Workspace, _ bytes: UnsafePointer<UInt8>, _ tables: ScoringTables,
    upTo limit: Int, end: Int
  ) {
    while state.offset < limit {
      let start = state.offset
      workspace.reserveUnits(state.count + 80, keeping: state.count)
      if unsafe ASCIIClass.isBlock(bytes[start]) {
        var runEnd = start + 1
        while unsafe runEnd < end && ASCIIClass.isBlock(bytes[runEnd]) { runEnd += 1 }
        workspace.reserveUnits(state.count + (runEnd - start) + 80, keeping: state.count)
        unsafe appendRun(&state, &workspace, bytes, tables, start..<runEnd, end: end)
        state.offset = runEnd
      } else {
        let isLineEnd = unsafe bytes[start] == 0x0d && start + 1 < end && bytes[start + 1] == 0x0a
        append(&state, workspace, UnitID.separator, at: start)
        state.offset = start + (isLineEnd ? 2 : 1)
      }
    }
  }

  @inline(__always)
  private static func append(_ state: inout State, _ workspace: borrowing Workspace, _ id: UInt16, at offset: Int) {
    unsafe workspace.ids[state.count] = id
    unsafe workspace.starts[state.count] = UInt32(truncatingIfNeeded: offset)
    state.count += 1
  }

  /// Appends one whole run: its pieces, or its characters if a word may touch it.
  private static func appendRun(
    _ state: inout State, _ workspace: inout Workspace, _ bytes: UnsafePointer<UInt8>, _ tables: ScoringTables,
    _ run: Range<Int>, end: Int
  ) {
    let previous = state.count > 0 ? unsafe workspace.ids[state.count - 1] : UnitID.separator
    if unsafe mayBeTouched(run, bytes, previous, tables, end: end) {
      workspace.hasExpandedRuns = true
      for place in run { unsafe append(&state, workspace, ASCIIClass.unit(bytes[place]), at: place) }
      return
    }
    let id = previous >= UnitID.attachedRun ? UnitID.attachedRun : UnitID.detachedRun
    var place = run.lowerBound
    while place < run.upperBound {
      append(&state, workspace, id, at: place)
      place = unsafe pieceEnd(bytes, place, run.upperBound, splitsRuns: state.splitsRuns)
    }
  }

  /// Where the piece of a run that starts at `start` ends: by `[a-zA-Z0-9]+(?:\.\d+)?%?` and what is between its matches,
  /// or, where runs are split, by `[a-zA-Z0-9]+` and single marks.
  static func pieceEnd(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, splitsRuns: Bool) -> Int {
    var place = start
    while unsafe place < end && ASCIIClass.isAlnum(bytes[place]) { place += 1 }
    if place == start {
      if splitsRuns { return start + 1 }
      while unsafe place < end && !ASCIIClass.isAlnum(bytes[place]) { place += 1 }
      return place
    }
    if splitsRuns { return place }
    if unsafe place + 1 < end && bytes[place] == UInt8(ascii: ".") && ASCIIClass.isDigit(bytes[place + 1]) {
      place += 1
      while unsafe place < end && ASCIIClass.isDigit(bytes[place]) { place += 1 }
    }
    if unsafe place < end && bytes[place] == UInt8(ascii: "%") { place += 1 }
    return place
  }

  /// Whether a word of the lexicon may start or end in the run, or lie in it.
  private static func mayBeTouched(
    _ run: Range<Int>, _ bytes: UnsafePointer<UInt8>, _ previous: UInt16, _ tables: ScoringTables, end: Int
  ) -> Bool {
    if tables.hasPlainWords { return true }
    if unsafe touches(previous, before: bytes[run.lowerBound], tables) { return true }
    if run.upperBound < end,
      unsafe touches(unitAfter(bytes, run.upperBound, tables), after: bytes[run.upperBound - 1], tables)
    {
      return true
    }
    return run.contains { place in
      let byte = unsafe bytes[place]
      return byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "&")
    }
  }
}

/// The classes of single ASCII bytes, by jieba's rules.
enum ASCIIClass {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  @inline(__always)
  static func isAlnum(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether jieba counts the byte as part of words: letters, digits and `#%&+-._`.
  @inline(__always)
  static func isBlock(_ byte: UInt8) -> Bool {
    if isAlnum(byte) { return true }
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"):
      return true
    default: return false
    }
  }

  /// The unit of such a byte.
  static func unit(_ byte: UInt8) -> UInt16 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UnitID.firstASCII + 6 + UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UnitID.firstASCII + 16 + UInt16(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UnitID.firstASCII + 43 + UInt16(byte - UInt8(ascii: "a"))
    default: UnitID.ascii(byte) ?? UnitID.separator
    }
  }
}
