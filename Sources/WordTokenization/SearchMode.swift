/// The search mode: before each token the words of two characters, then those of three, that are inside of it.
enum SearchMode {
  /// Puts the words inside of the tokens before them.
  static func expand(_ bytes: UnsafeBufferPointer<UInt8>, _ workspace: inout Workspace, _ tables: ScoringTables) {
    let ends = workspace.takeTokens()
    var start = 0
    var ids: [UInt16] = []
    var offsets: [Int] = []
    for end in ends.lazy.map(Int.init) {
      ids.removeAll(keepingCapacity: true)
      offsets.removeAll(keepingCapacity: true)
      var place = start
      while place < end {
        let (unit, width) = unsafe CharacterUnits.unit(bytes, place, tables)
        ids.append(unit)
        offsets.append(place)
        place += width
      }
      offsets.append(end)
      for length in 2...3 where ids.count > length {
        for first in 0...ids.count - length where isWord(ids, first, first + length, tables) {
          workspace.appendOverlapping(start: offsets[first], end: offsets[first + length])
        }
      }
      workspace.appendOverlapping(start: start, end: end)
      start = end
    }
  }

  private static func isWord(_ ids: [UInt16], _ start: Int, _ end: Int, _ tables: ScoringTables) -> Bool {
    unsafe ids.withUnsafeBufferPointer { ids in
      unsafe !ids[start..<end].contains(UnitID.separator) && Lattice.isWord(ids.baseAddress!, start, end, tables)
    }
  }
}

/// Text as one unit a code point, without any collapsing.
enum CharacterUnits {
  /// The unit of the code point at `place`, and its length in bytes.
  static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ tables: ScoringTables) -> (UInt16, Int) {
    let lead = unsafe bytes[place]
    if lead < 0x80 { return (ASCIIClass.unit(lead), 1) }
    if lead < 0xe0 { return (UnitID.separator, 2) }
    if lead >= 0xf0 { return (UnitID.separator, 4) }
    let code = unsafe Int(lead & 0xf) << 12 | Int(bytes[place + 1] & 0x3f) << 6 | Int(bytes[place + 2] & 0x3f)
    return unsafe (tables.codes[code], 3)
  }
}
