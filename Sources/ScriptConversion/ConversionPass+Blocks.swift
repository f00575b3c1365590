/// Runs of scalars of three bytes, as nearly all Chinese text consists of, a block at a time.
///
/// Most of the time of a scalar goes by waiting for the unit that tells whether a key begins there, and the processor cannot
/// wait for the next one while it has not guessed what this one says. So all units of a block are loaded first, without
/// a decision between them, and the decisions are made when the units are at hand.
extension ConversionPass {
  private static var blockSize: Int { 32 }

  /// Converts blocks while they last; what is left at the end of a run is for `convertScalars`.
  @inline(__always)
  mutating func convertBlocks(to stop: UnsafePointer<UInt8>) {
    let size = Self.blockSize
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 3 * size) { buffer in
      let entries = buffer.baseAddress!
      while unsafe source < stop {
        let count = unsafe loadEntries(into: entries)
        guard count > 2 else { return }
        unsafe loadUnits(of: entries, count, into: entries + size, entries + 2 * size)
        unsafe convertBlock(entries, entries + size, entries + 2 * size, count - 2, to: stop)
      }
    }
  }

  /// Loads the entries of the scalars of three bytes from `source`, and says how many there are, up to a block.
  @inline(__always)
  private func loadEntries(into entries: UnsafeMutablePointer<UInt64>) -> Int {
    let table = table
    var place = unsafe source
    var count = 0
    let limit = unsafe min(Self.blockSize, (end - place) / 3)
    while count < limit {
      let lead = unsafe UInt32(place[0])
      if lead & 0xF0 != 0xE0 { break }
      unsafe entries[count] = table.entryOfThreeBytes(place, lead)
      count &+= 1
      unsafe place += 3
    }
    return count
  }

  /// Loads the unit of each pair of scalars, and that of each three whose first two begin a key.
  @inline(__always)
  private func loadUnits(
    of entries: UnsafeMutablePointer<UInt64>, _ count: Int, into pairs: UnsafeMutablePointer<UInt64>,
    _ triples: UnsafeMutablePointer<UInt64>
  ) {
    let units = unsafe table.units
    for index in 0..<count &- 1 {
      unsafe pairs[index] = units[Int(entries[index].base ^ entries[index &+ 1].label)]
    }
    for index in 0..<count &- 2 {
      let pair = unsafe pairs[index]
      let next = unsafe pair.base ^ entries[index &+ 2].label
      unsafe triples[index] = units[pair.label == entries[index &+ 1].label ? Int(next) : 0]
    }
  }

  /// Makes the decisions about the first `count` scalars of a block.
  @inline(__always)
  private mutating func convertBlock(
    _ entries: UnsafeMutablePointer<UInt64>, _ pairs: UnsafeMutablePointer<UInt64>,
    _ triples: UnsafeMutablePointer<UInt64>, _ count: Int, to stop: UnsafePointer<UInt8>
  ) {
    let table = table
    let start = unsafe source
    var source = unsafe source
    var target = unsafe target
    var index = 0
    while unsafe index < count && source < stop {
      let entry = unsafe entries[index]
      let pair = unsafe pairs[index]
      if unsafe pair.label == entries[index &+ 1].label {
        var action = unsafe table.actions[pair.row]
        var actionEnd = unsafe source + 6
        if action >> 27 != 0 { unsafe actionEnd = UTF8Scalar.end(of: Int(action >> 27), from: source) }
        if unsafe triples[index].label == entries[index &+ 2].label {
          let longer = unsafe walk(from: source, triples[index], source + 9)
          if unsafe longer.action != 0 { unsafe (action, actionEnd) = longer }
        }
        if action != 0 {
          unsafe put(
            table.outputs + Int(action & 0x1F_FFFF), Int(action >> 21 & 0x3F), &target, for: &source, actionEnd)
          unsafe index = (source - start) / 3
          continue
        }
      }
      if entry.isThreeBytes {
        unsafe target.copy4(entry.value)
        if Recorder.isRecording, !entry.isSame { unsafe recorder.record(source - text, 3, 3) }
        unsafe source += 3
        unsafe target += 3
        index &+= 1
      } else {
        let rare = unsafe RareOutput(entry, table, source, 3, to: end)
        unsafe put(rare.bytes, rare.count, &target, for: &source, source + rare.sourceCount)
        if rare.sourceCount != 3 { break }
        index &+= 1
      }
    }
    unsafe self.source = source
    unsafe self.target = target
  }
}
