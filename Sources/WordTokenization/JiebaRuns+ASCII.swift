extension JiebaRuns {
  /// The same as `join` for chunks in which ASCII characters are units by themselves: the reference's rule, spelled out.
  ///
  /// Runs of single characters that are no word are cut into Han, which goes to the model, and pieces of ASCII.
  static func joinWithASCII(_ workspace: borrowing Workspace, count: Int, _ tables: ScoringTables) {
    let ids = unsafe workspace.ids
    var place = 0
    while place < count {
      guard isSingle(workspace, place) else {
        place += 1
        continue
      }
      let start = place
      while place < count && isSingle(workspace, place) { place += 1 }
      if place - start < 2 { continue }
      if unsafe Lattice.isWord(ids, start, place, tables) { continue }
      var piece = start
      while piece < place {
        var end = piece + 1
        if unsafe ids[piece] > UnitID.lastASCII {
          while unsafe end < place && ids[end] > UnitID.lastASCII { end += 1 }
          if end - piece > 1 { joinHan(workspace, piece, end, tables) }
        } else if unsafe ids[piece] >= UnitID.firstASCII {
          while unsafe end < place && ids[end] >= UnitID.firstASCII && ids[end] <= UnitID.lastASCII { end += 1 }
          joinPieces(workspace, piece, end)
        }
        piece = end
      }
    }
  }

  /// Joins neighbouring letters and digits that are tokens by themselves, as jieba does without the model.
  static func joinAlnum(_ workspace: borrowing Workspace, count: Int) {
    var place = 0
    var afterAlnum = false
    while place < count {
      let isAlnum = unsafe workspace.lengths[place] == 1 && isAlnum(workspace.ids[place])
      if isAlnum && afterAlnum { unsafe workspace.tokenBits[place >> 6] &= ~(1 << UInt64(place & 63)) }
      afterAlnum = isAlnum
      place += unsafe Int(workspace.lengths[place])
    }
  }

  private static func isAlnum(_ id: UInt16) -> Bool {
    id >= UnitID.firstASCII && id <= UnitID.lastASCII && ASCIIClass.isAlnum(UnitID.ascii[Int(id - UnitID.firstASCII)])
  }

  private static func isSet(_ workspace: borrowing Workspace, _ place: Int) -> Bool {
    unsafe workspace.tokenBits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  private static func isSingle(_ workspace: borrowing Workspace, _ place: Int) -> Bool {
    unsafe workspace.ids[place] != UnitID.separator && isSet(workspace, place) && isSet(workspace, place + 1)
  }

  /// Joins the ASCII characters of one run into its pieces.
  private static func joinPieces(_ workspace: borrowing Workspace, _ start: Int, _ end: Int) {
    let bytes = (start..<end).map { unsafe UnitID.ascii[Int(workspace.ids[$0] - UnitID.firstASCII)] }
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
