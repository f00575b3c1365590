/// Runs of scalars of three bytes, as nearly all Chinese text consists of, a block at a time.
///
/// A decision at a time would cost a wrong guess of the processor, or a wait for memory, at every other character: whether
/// two characters begin a key is close to random. So a block is first converted as if no key were in it; then the units
/// of all its pairs are loaded, without a decision between them, into a set of bits; and then only the pairs that begin
/// a key are looked at. Most of these turn out to be no whole key, or one that changes nothing but where the next may begin.
extension ConversionPass {
  /// How many scalars are read at once; the decision about one looks at two more.
  private static var blockSize: Int { 34 }

  /// Converts blocks while they last. The scalar that ended them is `obstacle` then.
  @inline(__always)
  mutating func convertBlocks(to stop: UnsafePointer<UInt8>) {
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * Self.blockSize + 2) { buffer in
      let entries = buffer.baseAddress!
      let pairs = unsafe entries + Self.blockSize + 2
      while unsafe source < stop {
        var block = unsafe loadEntries(into: entries)
        guard block.decided > 0 else { return }
        block.decided = unsafe min(block.decided, (stop - source + 2) / 3)
        let hits = unsafe loadPairs(of: entries, block.decided, into: pairs)
        guard unsafe decide(entries, pairs, hits, block) else { return }
      }
    }
  }

  /// Writes what the scalars of a block become by themselves, and keeps their entries.
  @inline(__always)
  private mutating func loadEntries(into entries: UnsafeMutablePointer<UInt64>) -> ConversionBlock {
    let table = table
    var block = ConversionBlock()
    var place = unsafe source
    var target = unsafe target
    let limit = unsafe min(Self.blockSize, (end - place) / 3)
    while block.count < limit {
      let lead = unsafe UInt32(place[0])
      if lead & 0xF0 != 0xE0 { break }
      let entry = unsafe table.entryOfThreeBytes(place, lead)
      if !entry.isThreeBytes { break }
      unsafe entries[block.count] = entry
      unsafe target.copy4(entry.value)
      if Recorder.isRecording { block.changes |= (entry.isSame ? 0 : 1) &<< UInt64(block.count) }
      block.count &+= 1
      unsafe place += 3
      unsafe target += 3
    }
    unsafe obstacle = place
    block.decided = block.count &- 2
    if block.count < Self.blockSize {
      // A scalar that stands in no key but as its first ends every key before it.
      if unsafe place == end || table.entry(place).entry.label == 0 {
        unsafe entries[block.count] = 0
        unsafe entries[block.count &+ 1] = 0
        block.decided = block.count
      }
    }
    return block
  }

  /// Loads the unit of each pair of scalars; the bits of those that begin a key are set in the result.
  @inline(__always)
  private func loadPairs(
    of entries: UnsafeMutablePointer<UInt64>, _ count: Int, into pairs: UnsafeMutablePointer<UInt64>
  ) -> UInt64 {
    let units = unsafe table.units
    var hits: UInt64 = 0
    for index in 0..<count {
      let label = unsafe entries[index &+ 1].label
      let unit = unsafe units[Int(entries[index].base ^ label)]
      unsafe pairs[index] = unit
      hits |= (unit.label == label ? 1 : 0) &<< UInt64(index)
    }
    return hits
  }

  /// Makes the decisions about a block. False where a key has its end beyond the scalars that were read.
  @inline(__always)
  private mutating func decide(
    _ entries: UnsafeMutablePointer<UInt64>, _ pairs: UnsafeMutablePointer<UInt64>, _ hits: UInt64,
    _ block: ConversionBlock
  ) -> Bool {
    let table = table
    let start = unsafe source
    let startTarget = unsafe target
    var block = block
    var hits = hits
    var reached = block.decided
    while hits != 0 {
      let index = hits.trailingZeroBitCount
      let pair = unsafe pairs[index]
      var action = unsafe table.actions[pair.row]
      var count = 2
      let label = unsafe entries[index &+ 2].label
      let triple = unsafe table.units[Int(pair.base ^ label)]
      if triple.label == label {
        let place = unsafe start + 3 &* index
        let longer = unsafe walk(from: place, triple, place + 9)
        if unsafe longer.action != 0 { unsafe (action, count) = (longer.action, (longer.end - place) / 3) }
      }
      let partialCount = Int(action >> 27)
      if ConversionFormat.isSeparate(action) {
        count = max(partialCount, 1)
      } else if partialCount != 0 {
        count = partialCount
      }
      if index &+ count > block.count {
        if index == 0 { return false }
        reached = index
        break
      }
      let next = index &+ count
      if !ConversionFormat.isSeparate(action) {
        var (place, output) = unsafe (start + 3 &* index, startTarget + 3 &* index)
        let (bytes, byteCount) = unsafe (table.outputs + Int(action & 0x1F_FFFF), Int(action >> 21 & 0x3F))
        if byteCount != 3 &* count {
          if Recorder.isRecording { unsafe recordChanges(of: block, upTo: index, from: start) }
          unsafe put(bytes, byteCount, &output, for: &place, start + 3 &* next)
          unsafe (source, target) = (place, output)
          return true
        }
        unsafe output.update(from: bytes, count: byteCount)
        if Recorder.isRecording { unsafe block.join(index..<next, changed: !Self.areSame(place, bytes, byteCount)) }
      } else if Recorder.isRecording {
        block.join(index..<next)
      }
      hits &= ~0 &<< UInt64(next)
      reached = max(reached, next)
    }
    if Recorder.isRecording { unsafe recordChanges(of: block, upTo: reached, from: start) }
    unsafe source = start + 3 &* reached
    unsafe target = startTarget + 3 &* reached
    return true
  }

  @inline(__always)
  private mutating func recordChanges(
    of block: ConversionBlock, upTo index: Int, from start: UnsafePointer<UInt8>
  ) {
    let place = unsafe start - text
    var changes = block.changes & (1 &<< UInt64(index) &- 1)
    while changes != 0 {
      let index = changes.trailingZeroBitCount
      let count = 3 &* block.count(at: index)
      recorder.record(place &+ 3 &* index, count, count)
      changes &= changes &- 1
    }
  }
}

/// What is known about the scalars of a block, a bit for each.
struct ConversionBlock {
  /// How many there are.
  var count = 0
  /// About how many of them decisions can be made.
  var decided = 0
  /// Which of them begin a change.
  var changes: UInt64 = 0
  /// Which of them belong to the change that began before them.
  private var inner: UInt64 = 0

  /// Makes one change of scalars that a key covers, if there is any in them.
  @inline(__always)
  mutating func join(_ range: Range<Int>, changed: Bool? = nil) {
    let first: UInt64 = 1 &<< UInt64(range.lowerBound)
    let all = (1 &<< UInt64(range.count) &- 1) &<< UInt64(range.lowerBound)
    let isChanged = changed ?? (changes & all != 0)
    changes = changes & ~all | (isChanged ? first : 0)
    inner |= all & ~first
  }

  /// How many scalars the change that begins at `index` covers.
  @inline(__always)
  func count(at index: Int) -> Int { 1 &+ (~(inner &>> UInt64(index &+ 1))).trailingZeroBitCount }
}
