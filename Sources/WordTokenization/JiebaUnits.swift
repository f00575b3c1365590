internal import CTokenizerKernels

/// Reads text into units as jieba cuts it into blocks and, inside unknown runs, into pieces of ASCII.
///
/// jieba scores blocks of `[\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+` character by character and emits everything else one code
/// point at a time. ASCII characters of a block that no word of the lexicon touches end up in an unknown run, which jieba
/// splits by `[a-zA-Z0-9]+(?:\.\d+)?%?`; here each piece becomes one unit at once. `RunEdges` tells which runs a word may
/// touch: those are read character by character.
enum JiebaUnits {
  /// Reads units from `reader.offset` on until the chunk is full or the text ends, and gives their number.
  static func read(_ reader: inout TextReader, _ workspace: inout Workspace, _ tables: ScoringTables, splitsRuns: Bool)
    -> Int
  {
    var state = State(offset: reader.offset, splitsRuns: splitsRuns)
    workspace.hasExpandedRuns = false
    let margin = reader.end - TextReader.margin
    if state.offset < margin {
      unsafe read(&state, &workspace, reader.bytes, tables, until: margin, end: reader.end)
    }
    if state.offset >= margin && !state.isFull {
      // What is left is short, save for a run that began before the margin: copy it to where vectors may read on.
      let start = state.offset
      let rest = reader.end - start
      unsafe workspace.tail.update(from: reader.bytes + start, count: rest)
      unsafe (workspace.tail + rest).update(repeating: 0, count: TextReader.margin)
      unsafe read(&state, &workspace, workspace.tail - start, tables, until: reader.end, end: reader.end)
    }
    var count = state.count
    if state.isFull { count = state.cut }
    unsafe workspace.starts[state.count] = UInt32(truncatingIfNeeded: state.offset)
    reader.offset = unsafe Int(workspace.starts[count])
    for place in count..<count + 66 { unsafe workspace.ids[place] = UnitID.separator }
    return count
  }

  struct State {
    var offset: Int
    /// Whether runs are split as without the model: marks one by one.
    let splitsRuns: Bool
    var count = 0
    var isFull = false
    /// Where a full chunk is cut.
    var cut = 0
  }

  /// Reads while `offset < stop`; runs may be read on up to `end`.
  private static func read(
    _ state: inout State, _ workspace: inout Workspace, _ bytes: UnsafePointer<UInt8>, _ tables: ScoringTables,
    until stop: Int, end: Int
  ) {
    let codes = unsafe tables.codes
    var ids = unsafe workspace.ids
    var starts = unsafe workspace.starts
    var offset = state.offset
    var count = state.count
    while offset < stop {
      if count + 80 > workspace.unitCapacity {
        if let cut = unsafe lastSeparator(ids, count) {
          state.isFull = true
          state.cut = cut + 1
          break
        }
        workspace.reserveUnits(2 * workspace.unitCapacity, keeping: count)
        unsafe (ids, starts) = unsafe (workspace.ids, workspace.starts)
      }
      let lead = unsafe bytes[offset]
      if lead & 0xf0 == 0xe0 {
        // Han and its punctuation.
        let most = min((stop &- offset &+ 2) / 3, workspace.unitCapacity &- 16 &- count)
        let read = unsafe ztk_read_han(bytes, offset, most, codes, ids + count, starts + count)
        count &+= read
        offset &+= 3 &* read
        if offset >= stop { break }
      }
      let next = unsafe bytes[offset]
      if next < 0x80 {
        if unsafe bytes[offset + 1] >= 0x80, let id = unsafe singleASCII(ids, count, bytes, offset, end, tables) {
          unsafe ids[count] = id
          unsafe starts[count] = UInt32(truncatingIfNeeded: offset)
          count &+= 1
          offset &+= 1
          continue
        }
        state.offset = offset
        state.count = count
        unsafe readASCII(&state, &workspace, bytes, tables, end: end)
        unsafe (ids, starts) = unsafe (workspace.ids, workspace.starts)
        offset = state.offset
        count = state.count
      } else if next & 0xf0 != 0xe0 {
        unsafe ids[count] = UnitID.separator
        unsafe starts[count] = UInt32(truncatingIfNeeded: offset)
        count &+= 1
        offset &+= next >= 0xf0 ? 4 : 2
      }
    }
    state.offset = offset
    state.count = count
  }

  private static func lastSeparator(_ ids: UnsafePointer<UInt16>, _ count: Int) -> Int? {
    var place = count - 1
    while place >= 0 {
      if unsafe ids[place] == UnitID.separator { return place }
      place -= 1
    }
    return nil
  }

  // MARK: ASCII

  /// The unit of one ASCII character before one that is not ASCII; `nil` where a word may touch it.
  @inline(__always)
  private static func singleASCII(
    _ ids: UnsafePointer<UInt16>, _ count: Int, _ bytes: UnsafePointer<UInt8>, _ offset: Int, _ end: Int,
    _ tables: ScoringTables
  ) -> UInt16? {
    let byte = unsafe bytes[offset]
    if unsafe tables.ascii[Int(byte)] == UnitID.separator { return UnitID.separator }
    if tables.hasPlainWords || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "+") {
      return nil
    }
    let previous = count > 0 ? unsafe ids[count - 1] : UnitID.separator
    if unsafe touches(previous, before: byte, tables)
      || offset + 1 < end && touches(unitAfter(bytes, offset + 1, tables), after: byte, tables)
    {
      return nil
    }
    return previous >= UnitID.attachedRun ? UnitID.attachedRun : UnitID.detachedRun
  }

  /// Reads the ASCII characters at `offset`: all up to a character outside of ASCII, or what lies in one vector.
  @inline(__always)
  private static func readASCII(
    _ state: inout State, _ workspace: inout Workspace, _ bytes: UnsafePointer<UInt8>, _ tables: ScoringTables,
    end: Int
  ) {
    let offset = state.offset
    var classes = unsafe ztk_classify_16(bytes + offset)
    var width = 16
    if classes.high == 0 {
      classes = unsafe ztk_classify_64(bytes + offset)
      width = 64
    }
    // Bits from the first byte that is no ASCII, or no text, on are out.
    var length = min(classes.high == 0 ? width : classes.high.trailingZeroBitCount, end - offset)
    var inside: UInt64 = length == 64 ? .max : (1 << UInt64(length)) &- 1
    let careful =
      inside
      & (classes.special | (state.splitsRuns ? 0 : (classes.alnum << 1) & classes.dot & (classes.digit >> 1)))
    if tables.hasPlainWords {
      return unsafe readCarefully(&state, &workspace, bytes, tables, upTo: offset + length, end: end)
    }
    if careful != 0 {
      // The run of the first such character is read with care, what stands before it is not.
      let before = (careful & (0 &- careful)) &- 1
      let outside = before & ~(classes.alnum | classes.joiner)
      length = 64 - outside.leadingZeroBitCount
      if length == 0 { return unsafe readCarefully(&state, &workspace, bytes, tables, upTo: offset + 1, end: end) }
      inside = (1 << UInt64(length)) &- 1
    }

    let alnum = classes.alnum & inside
    let joiner = classes.joiner & inside
    let block = alnum | joiner
    let separators = inside & ~block
    var firsts = separators | (alnum & ~(alnum << 1))
    firsts |= state.splitsRuns ? joiner : joiner & ~(joiner << 1)
    var count = state.count
    let previous = count > 0 ? unsafe workspace.ids[count - 1] : UnitID.separator
    // Runs before the first separator are attached where a Han character stands before them.
    let attached = previous >= UnitID.attachedRun ? (separators & (0 &- separators)) &- 1 : 0
    if previous > UnitID.lastASCII, block & 1 == 1, unsafe touches(previous, before: bytes[offset], tables) {
      return unsafe readCarefully(&state, &workspace, bytes, tables, upTo: offset + 1, end: end)
    }

    var done = length
    if block >> UInt64(length - 1) & 1 == 1 {
      // The last run reaches the end of what was read. Where Han follows, a word may touch it; otherwise the run may go
      // on, and is left for the next turn.
      let runStart = 64 - (separators & inside).leadingZeroBitCount
      let isTouched: Bool
      if offset + length >= end {
        isTouched = false
      } else if length < width {
        isTouched = unsafe touches(
          unitAfter(bytes, offset + length, tables), after: bytes[offset + length - 1], tables)
      } else {
        isTouched = true
      }
      if isTouched {
        if runStart == 0 { return unsafe readCarefully(&state, &workspace, bytes, tables, upTo: offset + 1, end: end) }
        done = runStart
        firsts &= (1 << UInt64(done)) &- 1
      }
    }

    let ids = unsafe workspace.ids
    let starts = unsafe workspace.starts
    while firsts != 0 {
      let place = UInt64(truncatingIfNeeded: firsts.trailingZeroBitCount)
      firsts &= firsts &- 1
      // 0 for a separator, 1 for a detached run, 2 for an attached one.
      unsafe ids[count] = UInt16(truncatingIfNeeded: (block >> place & 1) << (attached >> place & 1))
      unsafe starts[count] = UInt32(truncatingIfNeeded: offset + Int(place))
      count += 1
    }
    state.count = count
    state.offset = offset + done
  }

  /// Whether a word may pass from Han `unit` to the ASCII character after it.
  @inline(__always)
  static func touches(_ unit: UInt16, before byte: UInt8, _ tables: ScoringTables) -> Bool {
    unsafe unit > UnitID.lastASCII && tables.edges[Int(byte & 0x7f)] >> UInt64(unit & 63) & 1 == 1
  }

  /// Whether a word may pass from the ASCII character to Han `unit` after it.
  @inline(__always)
  static func touches(_ unit: UInt16, after byte: UInt8, _ tables: ScoringTables) -> Bool {
    unsafe unit > UnitID.lastASCII && tables.edges[128 + Int(byte & 0x7f)] >> UInt64(unit & 63) & 1 == 1
  }

  /// The unit of the character at `offset`, which is not ASCII.
  @inline(__always)
  static func unitAfter(_ bytes: UnsafePointer<UInt8>, _ offset: Int, _ tables: ScoringTables) -> UInt16 {
    guard unsafe bytes[offset] & 0xf0 == 0xe0 else { return UnitID.separator }
    let code =
      unsafe UInt32(bytes[offset] & 0xf) << 12 | UInt32(bytes[offset + 1] & 0x3f) << 6
      | UInt32(bytes[offset + 2] & 0x3f)
    return unsafe tables.codes[Int(code)]
  }
}
