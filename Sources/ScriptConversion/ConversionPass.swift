/// One pass over a piece of text: reads UTF-8 from `source`, writes UTF-8 to `target`.
///
/// The caller provides `ScriptConverter.room(for:)` bytes of output for the piece, which no conversion of it exceeds.
@safe
struct ConversionPass<Rules: ConversionRules, Recorder: ConversionRecorder> {
  // Sound because the text is valid UTF-8, as every Swift string is, so that a scalar's lead byte says where it ends, and
  // because callers keep both buffers alive and as large as said above.
  let table: ConversionTable
  let text: UnsafePointer<UInt8>
  private let output: UnsafeMutablePointer<UInt8>
  /// Where the text that may be looked at ends.
  let end: UnsafePointer<UInt8>
  /// Where the next scalar to be converted starts.
  var source: UnsafePointer<UInt8>
  /// Where its result goes.
  var target: UnsafeMutablePointer<UInt8>
  /// The last scalar that ended a block.
  var obstacle: UnsafePointer<UInt8>
  private(set) var rules: Rules
  var recorder: Recorder

  init(
    _ table: ConversionTable, text: UnsafePointer<UInt8>, from place: Int, to end: Int,
    output: UnsafeMutablePointer<UInt8>, rules: Rules, recorder: Recorder
  ) {
    self.table = table
    unsafe self.text = text
    unsafe self.output = output
    unsafe self.end = text + end
    unsafe source = text + place
    unsafe target = output
    unsafe obstacle = source
    self.rules = rules
    self.recorder = recorder
  }

  /// The offset of the next scalar to be converted.
  var place: Int { unsafe source - text }

  /// How many bytes are written.
  var written: Int { unsafe target - output }

  /// Converts until `place` has reached `stop`, or has passed it with a key that began before.
  ///
  /// A stop inside of ASCII may be missed by a few bytes, with which a key may begin that ends after it.
  mutating func run(to stop: Int) {
    let stop = unsafe text + stop
    // Up to here, ASCII is looked at byte by byte, since a key may begin in it.
    var careful = unsafe rules.replaceASCII ? end : source
    while unsafe source < stop {
      if unsafe source.pointee < 0x80, unsafe source >= careful {
        let start = unsafe source
        unsafe copyASCII(to: stop)
        if unsafe source == end { return }
        unsafe careful = source
        let last = unsafe table.entry(source - 1).entry
        if last.label != 0 || last.base != 0 {
          let count = unsafe min(table.asciiReach, source - start)
          unsafe source -= count
          unsafe target -= count
        }
        if unsafe careful == stop { return }
      }
      if !Rules.haveReplacements {
        let start = unsafe source
        unsafe convertBlocks(to: stop)
        if unsafe source != start { continue }
      }
      unsafe convertScalars(to: stop)
    }
  }

  /// Converts scalars one after the other, at least one, until ASCII or a block may follow.
  @inline(__always)
  private mutating func convertScalars(to stop: UnsafePointer<UInt8>) {
    // Locals, since the compiler would write members to memory each time.
    let table = table
    let end = unsafe end
    var source = unsafe source
    var target = unsafe target
    var (entry, count) = unsafe table.entry(source)
    let obstacle = unsafe obstacle
    while true {
      let replacement = Rules.haveReplacements ? unsafe rules.replacement(source, in: text, to: end) : nil
      let next = unsafe source + count
      var following: UInt64 = 0
      var followingCount = 0
      if unsafe next < end {
        (following, followingCount) = unsafe table.entry(next)
        let unit = unsafe table.units[Int(entry.base ^ following.label)]
        if unit.label == following.label {
          let (action, actionEnd) = unsafe walk(from: source, unit, next + followingCount)
          if action != 0 && (replacement.map { unsafe $0.end < actionEnd } ?? true) {
            if ConversionFormat.isSeparate(action) {
              unsafe putSeparately(&target, for: &source, actionEnd)
            } else {
              unsafe put(
                table.outputs + Int(action & 0x1F_FFFF), Int(action >> 21 & 0x3F), &target, for: &source, actionEnd)
            }
            break
          }
        }
      }
      if let replacement {
        unsafe put(replacement.output, replacement.count, &target, for: &source, replacement.end)
        break
      }
      if entry.isThreeBytes {
        unsafe target.copy4(entry.value)
        if Recorder.isRecording, !entry.isSame { unsafe recorder.record(source - text, count, 3) }
        unsafe source = next
        unsafe target += 3
      } else {
        unsafe putRare(entry, count, &target, for: &source)
        if unsafe source != next { break }
      }
      if unsafe next >= stop || followingCount == 1 || (!Rules.haveReplacements && next > obstacle) { break }
      (entry, count) = (following, followingCount)
    }
    unsafe self.source = source
    unsafe self.target = target
  }

  /// Walks on from `unit`, which stands for the text from `source` to `reached`: the last action met, 0 for none, and
  /// where what it replaces ends.
  @inline(__always)
  mutating func walk(
    from source: UnsafePointer<UInt8>, _ unit: UInt64, _ reached: UnsafePointer<UInt8>
  ) -> (action: UInt32, end: UnsafePointer<UInt8>) {
    var action: UInt32 = 0
    var actionEnd = unsafe source
    var unit = unit
    var reached = unsafe reached
    while true {
      let found = unsafe table.actions[unit.row]
      if found != 0 {
        let foundEnd = unsafe found >> 27 == 0 ? reached : UTF8Scalar.end(of: Int(found >> 27), from: source)
        if unsafe rules.permit(source, foundEnd, in: text) {
          action = found
          unsafe actionEnd = foundEnd
        }
      }
      guard unsafe reached < end else { break }
      let (entry, count) = unsafe table.entry(reached)
      let next = unsafe table.units[Int(unit.base ^ entry.label)]
      guard next.label == entry.label else { break }
      unit = next
      unsafe reached += count
    }
    return unsafe (action, actionEnd)
  }

  /// Writes what a scalar becomes that does not become three bytes. Copied text has no bytes to spare behind it.
  @inline(never)
  private mutating func putRare(
    _ entry: UInt64, _ count: Int, _ target: inout UnsafeMutablePointer<UInt8>, for source: inout UnsafePointer<UInt8>
  ) {
    let rare = unsafe RareOutput(entry, table, source, count, to: end)
    unsafe target.update(from: rare.bytes, count: rare.count)
    if Recorder.isRecording { unsafe record(source, rare.sourceCount, target, rare.count) }
    unsafe target += rare.count
    unsafe source += rare.sourceCount
  }

  /// Writes what each scalar from `source` to `sourceEnd` becomes by itself.
  @inline(never)
  private mutating func putSeparately(
    _ target: inout UnsafeMutablePointer<UInt8>, for source: inout UnsafePointer<UInt8>,
    _ sourceEnd: UnsafePointer<UInt8>
  ) {
    let (start, startTarget) = unsafe (source, target)
    while unsafe source < sourceEnd {
      let (entry, count) = unsafe table.entry(source)
      if entry.isThreeBytes {
        unsafe target.copy4(entry.value)
        unsafe target += 3
      } else {
        let rare = unsafe RareOutput(entry, table, source, count, to: end)
        unsafe target.update(from: rare.bytes, count: rare.count)
        unsafe target += rare.count
      }
      unsafe source += count
    }
    if Recorder.isRecording { unsafe record(start, source - start, startTarget, target - startTarget) }
  }

  /// Writes `count` bytes in place of the text from `source` to `sourceEnd`.
  @inline(__always)
  mutating func put(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ target: inout UnsafeMutablePointer<UInt8>,
    for source: inout UnsafePointer<UInt8>, _ sourceEnd: UnsafePointer<UInt8>
  ) {
    var copied = 0
    repeat {
      unsafe (target + copied).copy16(bytes + copied)
      copied &+= 16
    } while copied < count
    if Recorder.isRecording { unsafe record(source, sourceEnd - source, target, count) }
    unsafe target += count
    unsafe source = sourceEnd
  }

  /// Records that `count` bytes became `newCount` bytes, unless they are the same.
  @inline(__always)
  private mutating func record(
    _ source: UnsafePointer<UInt8>, _ count: Int, _ target: UnsafeMutablePointer<UInt8>, _ newCount: Int
  ) {
    if unsafe count != newCount || !Self.areSame(source, target, count) {
      unsafe recorder.record(source - text, count, newCount)
    }
  }

  @inline(__always)
  static func areSame(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    while unsafe index < count && left[index] == right[index] { index &+= 1 }
    return index == count
  }

  /// Copies ASCII up to `stop` or to the first byte that is none.
  @inline(__always)
  private mutating func copyASCII(to stop: UnsafePointer<UInt8>) {
    while unsafe source + 32 <= stop {
      unsafe target.copy32(source)
      let block = unsafe UnsafeRawPointer(source).loadUnaligned(as: SIMD4<UInt64>.self)
      if block & SIMD4(repeating: 0x8080_8080_8080_8080) != .zero { break }
      unsafe source += 32
      unsafe target += 32
    }
    while unsafe source + 8 <= stop {
      unsafe target.copy8(source)
      let block = unsafe UnsafeRawPointer(source).loadUnaligned(as: UInt64.self)
      let high = block & 0x8080_8080_8080_8080
      let count = high.trailingZeroBitCount &>> 3
      unsafe source += count
      unsafe target += count
      if high != 0 { return }
    }
    while unsafe source < stop {
      let byte = unsafe source.pointee
      if byte >= 0x80 { return }
      unsafe target.pointee = byte
      unsafe source += 1
      unsafe target += 1
    }
  }
}

/// What a scalar becomes that does not become three bytes.
@safe
struct RareOutput {
  // Sound because it is used at once, while text and tables are there.
  let bytes: UnsafePointer<UInt8>
  let count: Int
  let sourceCount: Int

  @inline(never)
  init(
    _ entry: UInt64, _ table: ConversionTable, _ source: UnsafePointer<UInt8>, _ scalarCount: Int,
    to end: UnsafePointer<UInt8>
  ) {
    if entry.kind == ConversionFormat.Kind.stored.rawValue {
      let stored = unsafe table.outputs + Int(entry.value)
      (unsafe bytes, count, sourceCount) = unsafe (stored + 1, Int(stored[0]), scalarCount)
      return
    }
    var scalarCount = scalarCount
    if entry.kind == ConversionFormat.Kind.sequenceOperator.rawValue {
      scalarCount = unsafe DescriptionSequence.count(source, to: end) ?? scalarCount
    }
    (unsafe bytes, count, sourceCount) = unsafe (source, scalarCount, scalarCount)
  }
}
