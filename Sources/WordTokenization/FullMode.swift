/// The full mode: every word of the lexicon that is in the text.
///
/// In the profile `jieba` this is `cut_all`, with its quirks: neighbouring ASCII characters that start no other word are
/// one token; what lies between blocks is cut at white space only, and empty tokens stand around the white space.
enum FullMode {
  /// Cuts all bytes.
  static func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ workspace: inout Workspace, _ tables: ScoringTables) {
    if tables.profile == .tech { return unsafe cutUnits(bytes, &workspace, tables) }
    var place = 0
    while place < bytes.count {
      let start = place
      let isBlock = unsafe isBlockCharacter(bytes, place, tables)
      while unsafe place < bytes.count && isBlockCharacter(bytes, place, tables) == isBlock {
        place += unsafe CharacterUnits.unit(bytes, place, tables).1
      }
      if isBlock {
        unsafe cutBlock(bytes, start..<place, &workspace, tables)
      } else {
        unsafe cutBetween(bytes, start..<place, &workspace)
      }
    }
  }

  private static func isBlockCharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ tables: ScoringTables)
    -> Bool
  {
    unsafe CharacterUnits.unit(bytes, place, tables).0 != UnitID.separator
  }

  /// Splits what is between blocks by `(\r\n|\s)` and keeps all parts.
  private static func cutBetween(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ workspace: inout Workspace
  ) {
    var part = range.lowerBound
    var place = part
    while place < range.upperBound {
      let width = unsafe spaceWidth(bytes, place)
      if width > 0 {
        workspace.appendOverlapping(start: part, end: place)
        workspace.appendOverlapping(start: place, end: place + width)
        place += width
        part = place
      } else {
        let lead = unsafe bytes[place]
        place += lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
      }
    }
    workspace.appendOverlapping(start: part, end: range.upperBound)
  }

  /// The bytes of the white space, in Python's sense, at `place`; 0 where there is none.
  private static func spaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    let byte = unsafe bytes[place]
    if byte == 0x0d, place + 1 < bytes.count, unsafe bytes[place + 1] == 0x0a { return 2 }
    if byte < 0x80 { return byte == 0x20 || byte >= 0x09 && byte <= 0x0d || byte >= 0x1c && byte <= 0x1f ? 1 : 0 }
    if byte == 0xc2 { return unsafe bytes[place + 1] == 0x85 || bytes[place + 1] == 0xa0 ? 2 : 0 }
    guard byte & 0xf0 == 0xe0 else { return 0 }
    let code = unsafe Int(byte & 0xf) << 12 | Int(bytes[place + 1] & 0x3f) << 6 | Int(bytes[place + 2] & 0x3f)
    switch code {
    case 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: return 3
    default: return 0
    }
  }

  private static func cutBlock(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ workspace: inout Workspace, _ tables: ScoringTables
  ) {
    var ids: [UInt16] = []
    var offsets: [Int] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (unit, width) = unsafe CharacterUnits.unit(bytes, offset, tables)
      ids.append(unit)
      offsets.append(offset)
      offset += width
    }
    offsets.append(range.upperBound)

    let isAlnum = { (place: Int) in unsafe ASCIIClass.isAlnum(bytes[offsets[place]]) }
    // The pending token of ASCII characters.
    var pending: Range<Int>?
    var covered = -1
    for place in ids.indices {
      if let token = pending, !isAlnum(place) {
        workspace.appendOverlapping(start: token.lowerBound, end: token.upperBound)
        pending = nil
      }
      let ends = wordEnds(ids, place, tables)
      if ends.count == 1 && place > covered {
        let word = offsets[place]..<offsets[ends[0]]
        if isAlnum(place) {
          pending = (pending?.lowerBound ?? word.lowerBound)..<word.upperBound
        } else {
          workspace.appendOverlapping(start: word.lowerBound, end: word.upperBound)
        }
        covered = ends[0] - 1
      } else {
        for end in ends where end - 1 > place {
          workspace.appendOverlapping(start: offsets[place], end: offsets[end])
          covered = end - 1
        }
      }
    }
    if let token = pending { workspace.appendOverlapping(start: token.lowerBound, end: token.upperBound) }
  }

  /// Where the words that start at `place` end; where there is none, behind the one unit.
  private static func wordEnds(_ ids: [UInt16], _ place: Int, _ tables: ScoringTables) -> [Int] {
    let ends = Lattice.wordEnds(ids, place, tables)
    return ends.isEmpty ? [place + 1] : ends
  }

  /// The tech profile: every word of several units, and each unit that no word covers.
  private static func cutUnits(
    _ bytes: UnsafeBufferPointer<UInt8>, _ workspace: inout Workspace, _ tables: ScoringTables
  ) {
    var reader = unsafe TextReader(bytes)
    while reader.offset < reader.end {
      let count = TechUnits.read(&reader, &workspace, tables)
      let ids = unsafe Array(UnsafeBufferPointer(start: workspace.ids, count: count))
      var covered = 0
      for place in 0..<count {
        let ends = Lattice.wordEnds(ids, place, tables).filter { $0 > place + 1 }
        if ends.isEmpty && place >= covered {
          unsafe workspace.appendOverlapping(start: Int(workspace.starts[place]), end: Int(workspace.starts[place + 1]))
        }
        for end in ends {
          unsafe workspace.appendOverlapping(start: Int(workspace.starts[place]), end: Int(workspace.starts[end]))
          covered = max(covered, end)
        }
      }
    }
  }
}

extension Lattice {
  /// Where the words that start at `place` end, the lexicon's and the user's.
  static func wordEnds(_ ids: [UInt16], _ place: Int, _ tables: ScoringTables) -> [Int] {
    unsafe ids.withUnsafeBufferPointer { units in
      var ends: [Int] = []
      if unsafe isWord(units.baseAddress!, place, place + 1, tables) { ends.append(place + 1) }
      var end = place + 2
      while end <= units.count {
        let (isWord, goesOn) = unsafe look(units.baseAddress!, place, end, tables)
        if isWord { ends.append(end) }
        if !goesOn { break }
        end += 1
      }
      return ends
    }
  }

  /// Whether the units are a word, and whether longer words start with them.
  private static func look(
    _ ids: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ tables: ScoringTables
  ) -> (Bool, Bool) {
    var node = unsafe tables.pair(ids[start], ids[start + 1])
    for place in start + 2..<max(end, start + 2) {
      node = unsafe tables.child(node, ids[place])
    }
    let goesOn =
      unsafe node.bits != 0
      || tables.user?.isPrefix(UnsafeBufferPointer(start: ids + start, count: end - start)) == true
    return unsafe (isWord(ids, start, end, tables), goesOn)
  }
}
