/// One configuration's tables, as pointers that the inner loop reads.
///
/// Text is read as a sequence of decisions. A scalar's entry says what it becomes by itself and where, in the double
/// array, the keys that begin with it go on; walking from there as deep as the text leads finds the action that counts:
/// the last one met, or the scalar's own where there is none. `compile-artifacts` proved each action to be what OpenCC's
/// whole chain of stages does.
@safe
struct ConversionTable: BitwiseCopyable, @unchecked Sendable {
  // Sound because the memory is only read, and the converter that holds this keeps the tables alive. Indices out of an
  // artifact are not tested on the way: embedded ones are tested by this package's tests, others by their checksum.
  let pageTable: UnsafePointer<UInt16>
  let pages: UnsafePointer<UInt64>
  let units: UnsafePointer<UInt64>
  let actions: UnsafePointer<UInt32>
  let outputs: UnsafePointer<UInt8>
  /// How many ASCII bytes at most a key begins with.
  let asciiReach: Int

  init(
    pageTable: UnsafeBufferPointer<UInt16>, pages: UnsafeBufferPointer<UInt64>, units: UnsafeBufferPointer<UInt64>,
    actions: UnsafeBufferPointer<UInt32>, outputs: UnsafeBufferPointer<UInt8>, asciiReach: Int
  ) {
    unsafe self.pageTable = pageTable.baseAddress!
    unsafe self.pages = pages.baseAddress!
    unsafe self.units = units.baseAddress!
    unsafe self.actions = actions.baseAddress!
    unsafe self.outputs = outputs.baseAddress!
    self.asciiReach = asciiReach
  }

  /// The entry of the scalar at `source`, and the number of its bytes.
  @inline(__always)
  func entry(_ source: UnsafePointer<UInt8>) -> (entry: UInt64, count: Int) {
    let lead = unsafe UInt32(source[0])
    if lead & 0xF0 == 0xE0 { return unsafe (entryOfThreeBytes(source, lead), 3) }
    if lead < 0x80 { return unsafe (pages[Int(pageTable[Int(lead >> 6)]) << 6 | Int(lead & 0x3F)], 1) }
    return unsafe rareEntry(source, lead)
  }

  /// The entry of a scalar of three bytes, the first of which is `lead`.
  @inline(__always)
  func entryOfThreeBytes(_ source: UnsafePointer<UInt8>, _ lead: UInt32) -> UInt64 {
    let block = unsafe Int((lead & 0x0F) << 6 | UInt32(source[1] & 0x3F))
    return unsafe pages[Int(pageTable[block]) << 6 | Int(source[2] & 0x3F)]
  }

  /// The entry of a scalar by its number, below 0x40000.
  func entry(ofScalar scalar: UInt32) -> UInt64 {
    unsafe pages[Int(pageTable[Int(scalar >> 6)]) << 6 | Int(scalar & 0x3F)]
  }

  /// The entry of a scalar of two or four bytes.
  @inline(never)
  private func rareEntry(_ source: UnsafePointer<UInt8>, _ lead: UInt32) -> (entry: UInt64, count: Int) {
    if lead < 0xE0 {
      return unsafe (pages[Int(pageTable[Int(lead & 0x1F)]) << 6 | Int(source[1] & 0x3F)], 2)
    }
    let block = unsafe Int((lead & 0x07) << 12 | UInt32(source[1] & 0x3F) << 6 | UInt32(source[2] & 0x3F))
    guard block < ConversionFormat.pageTableCount else { return (ConversionFormat.copiedEntry, 4) }
    return unsafe (pages[Int(pageTable[block]) << 6 | Int(source[3] & 0x3F)], 4)
  }
}

extension ScriptConverter {
  /// The number of bytes at the start of `text` that the longest entry of at least two scalars covers; 0 without one.
  func longestEntry(in text: String) -> Int {
    unsafe text.utf8.span.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      let end = unsafe start + bytes.count
      var longest = replacements.flatMap { unsafe $0.longest(start, to: end) }.map { unsafe $0.end - start } ?? 0
      var (entry, count) = unsafe table.entry(start)
      var base = entry.base
      var place = unsafe start + count
      while unsafe place < end {
        (entry, count) = unsafe table.entry(place)
        let unit = unsafe table.units[Int(base ^ entry.label)]
        guard unit.label == entry.label else { break }
        unsafe place += count
        base = unit.base
        if unsafe table.actions[unit.row] != 0 { longest = unsafe max(longest, place - start) }
      }
      return longest
    }
  }
}

/// Where a scalar's entry, or a unit, leads.
extension UInt64 {
  /// The label of an entry or of a unit.
  @inline(__always) var label: UInt64 { self & 0xFFFF }
  /// The base of the children of an entry's scalar or of a unit's node.
  @inline(__always) var base: UInt64 { self >> 16 & 0xFFFFF }
  /// A unit's row of actions.
  @inline(__always) var row: Int { Int(self >> 36) }
  /// Whether an entry holds the three bytes of an output.
  @inline(__always) var isThreeBytes: Bool { Int64(bitPattern: self) >= 0 }
  /// Whether an entry holds three bytes that are the scalar itself.
  @inline(__always) var isSame: Bool { self & 1 << 60 != 0 }
  /// An entry's kind.
  @inline(__always) var kind: UInt64 { self >> 60 }
  /// An entry's value.
  @inline(__always) var value: UInt32 { UInt32(truncatingIfNeeded: self >> 36 & 0xFF_FFFF) }
}
