internal import CTokenizerKernels

/// Reads text into units for the tech profile: Han characters folded onto their Simplified forms, whole Latin compounds,
/// numbers, emoji sequences, repeated marks, and single marks.
enum TechUnits {
  /// Reads units from `reader.offset` on until the chunk is full or the text ends, and gives their number.
  static func read(_ reader: inout TextReader, _ workspace: inout Workspace, _ tables: ScoringTables) -> Int {
    let bytes = unsafe reader.bytes
    let end = reader.end
    var offset = reader.offset
    var count = 0
    while offset < end {
      if count + 8 > workspace.unitCapacity {
        if let cut = cutPlace(workspace, count) {
          unsafe workspace.starts[count] = UInt32(truncatingIfNeeded: offset)
          offset = unsafe Int(workspace.starts[cut])
          count = cut
          break
        }
        workspace.reserveUnits(2 * workspace.unitCapacity, keeping: count)
      }
      if unsafe bytes[offset] & 0xf0 == 0xe0 {
        // The kernel reads 16 bytes from each code point on, and writes some units more than it gives.
        let most = min((end - offset - 16) / 3, workspace.unitCapacity - 8 - count)
        if most > 0 {
          (count, offset) = unsafe readHan(bytes, offset, end, most, count, workspace, tables)
          continue
        }
      }
      let (id, unitEnd) = unsafe unit(bytes, offset, end, tables)
      unsafe workspace.ids[count] = id
      unsafe workspace.starts[count] = UInt32(truncatingIfNeeded: offset)
      count += 1
      offset = unitEnd
    }
    reader.offset = offset
    unsafe workspace.starts[count] = UInt32(truncatingIfNeeded: offset)
    for place in count..<count + 66 { unsafe workspace.ids[place] = UnitID.separator }
    return count
  }

  /// Reads up to `most` code points of three bytes, behind the `count` units that there are, and gives the new count and
  /// offset: behind the first mark of several code points, if there is one.
  private static func readHan(
    _ bytes: UnsafePointer<UInt8>, _ offset: Int, _ end: Int, _ most: Int, _ count: Int,
    _ workspace: borrowing Workspace,
    _ tables: ScoringTables
  ) -> (count: Int, offset: Int) {
    let ids = unsafe workspace.ids + count
    let read = unsafe ztk_read_han(bytes, offset, most, tables.codes, ids, workspace.starts + count)
    for place in 0..<read where unsafe ids[place] == UnitID.separator {
      let start = offset + 3 * place
      let markEnd = unsafe Marks.end(bytes, start, end)
      if markEnd > start + 3 { return (count + place + 1, markEnd) }
    }
    return (count + read, offset + 3 * read)
  }

  /// Behind the last separator, where a full chunk is cut.
  private static func cutPlace(_ workspace: borrowing Workspace, _ count: Int) -> Int? {
    var place = count - 1
    while place > 0 {
      if unsafe workspace.ids[place] == UnitID.separator { return place + 1 }
      place -= 1
    }
    return nil
  }

  /// The unit at `start` and where it ends.
  private static func unit(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ tables: ScoringTables
  ) -> (UInt16, Int) {
    let lead = unsafe bytes[start]
    if lead & 0xf0 == 0xe0 {
      let code = unsafe Int(lead & 0xf) << 12 | Int(bytes[start + 1] & 0x3f) << 6 | Int(bytes[start + 2] & 0x3f)
      let id = unsafe tables.codes[code]
      if id != UnitID.separator { return (id, start + 3) }
      return unsafe (id, Marks.end(bytes, start, end))
    }
    if lead < 0x40 && !ASCIIClass.isDigit(lead) && lead != UInt8(ascii: ".") && lead != UInt8(ascii: "#") {
      return unsafe (tables.codes[Int(lead)], start + 1)
    }
    if lead < 0xe0 {
      var wordEnd = unsafe LatinCompounds.end(bytes, start, end)
      if wordEnd > start {
        wordEnd = unsafe NumberUnits.end(bytes, start, wordEnd, end)
        return unsafe (tables.latin.unit(bytes + start, wordEnd - start), wordEnd)
      }
      if lead < 0x80 { return unsafe (tables.codes[Int(lead)], start + 1) }
      let code = unsafe Int(lead & 0x1f) << 6 | Int(bytes[start + 1] & 0x3f)
      return unsafe (tables.codes[code], start + 2)
    }
    return unsafe Emoji.isHan(bytes, start)
      ? (rareHan(bytes, start, tables), start + 4) : (UnitID.separator, Marks.end(bytes, start, end))
  }

  /// The unit of the Han character of four bytes at `start`.
  private static func rareHan(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ tables: ScoringTables) -> UInt16 {
    if tables.rareHan.isEmpty { return UnitID.unknownHan }
    let code = (0..<4).reduce(UInt32(0)) { unsafe $0 << 6 | UInt32(bytes[start + $1] & ($1 == 0 ? 0x07 : 0x3f)) }
    return tables.rareHan[code] ?? UnitID.unknownHan
  }

  /// The units of a word of a lexicon.
  static func units(of word: String, _ workspace: inout Workspace, _ tables: ScoringTables) -> [UInt16] {
    var word = word
    return word.withUTF8 { bytes in
      guard !bytes.isEmpty else { return [] }
      var reader = unsafe TextReader(bytes)
      var units: [UInt16] = []
      while reader.offset < reader.end {
        let count = read(&reader, &workspace, tables)
        unsafe units += UnsafeBufferPointer(start: workspace.ids, count: count)
      }
      return units
    }
  }
}
