/// One pass over a piece of text: reads UTF-8 at `place`, writes UTF-8 to `output`.
///
/// The caller provides four bytes of room for each byte of input (no key grows more; `compile-artifacts` checks it) and
/// `ConversionFormat.outputPadding` bytes beyond.
@safe
struct ConversionPass<Rules: ConversionRules, Recorder: ConversionRecorder>: ~Copyable {
  // Sound because the text is valid UTF-8, as every Swift string is, so that a scalar's lead byte says where it ends, and
  // because callers keep both buffers alive and as large as said above.
  private let table: ConversionTable
  private let text: UnsafePointer<UInt8>
  /// Where the text that may be looked at ends.
  private let end: Int
  private let output: UnsafeMutablePointer<UInt8>
  /// Where the next scalar to be converted starts.
  private(set) var place: Int
  /// How many bytes are written.
  private(set) var written = 0
  var rules: Rules
  var recorder: Recorder

  init(
    _ table: ConversionTable, text: UnsafePointer<UInt8>, from place: Int, to end: Int,
    output: UnsafeMutablePointer<UInt8>, rules: Rules, recorder: Recorder
  ) {
    self.table = table
    unsafe self.text = text
    self.place = place
    self.end = end
    unsafe self.output = output
    self.rules = rules
    self.recorder = recorder
  }

  /// Converts until `place` has reached `stop`, or has passed it with a key that began before.
  ///
  /// A stop inside of ASCII may be missed by a few bytes, with which a key may begin that ends after it.
  mutating func run(to stop: Int) {
    // Up to here, ASCII is looked at byte by byte, since a key may begin in it.
    var careful = rules.replaceASCII ? end : place
    while place < stop {
      if unsafe text[place] < 0x80, place >= careful {
        let start = place
        copyASCII(to: stop)
        if place == end { return }
        careful = place
        stepBack(to: start)
        if careful == stop { return }
      }
      convertRun(to: stop, careful: careful)
    }
  }

  /// Goes back over the last bytes of the ASCII from `start` to `place`, if a key may begin in them.
  private mutating func stepBack(to start: Int) {
    let entry = unsafe table.entry(text, at: place - 1).entry
    guard entry.label != 0 || entry.base != 0 else { return }
    let count = min(table.asciiReach, place - start)
    place -= count
    written -= count
  }
}

extension ConversionPass {
  /// Converts scalars one after the other until ASCII follows that no key has to do with.
  @inline(__always)
  private mutating func convertRun(to stop: Int, careful: Int) {
    var (entry, count) = unsafe table.entry(text, at: place)
    while true {
      if Rules.haveReplacements, replace() { return }
      let next = place + count
      var following: UInt64 = 0
      var followingCount = 0
      if next < end {
        (following, followingCount) = unsafe table.entry(text, at: next)
        let unit = unsafe table.units[Int(entry.base ^ following.label)]
        if unit.label == following.label, act(on: unit, reached: next + followingCount) { return }
      }
      if entry.kind == 0 {
        unsafe UnsafeMutableRawPointer(output + written).storeBytes(of: entry.value, as: UInt32.self)
        if Recorder.isRecording { record(count, became: 3) }
        written += 3
        place = next
      } else {
        emitRare(entry, count)
        if place != next { return }
      }
      if next >= stop || (followingCount == 1 && next >= careful) { return }
      (entry, count) = (following, followingCount)
    }
  }

  /// Walks on from `unit`, which stands for the text up to `reached`, and does what the walk finds, if anything.
  @inline(__always)
  private mutating func act(on unit: UInt64, reached: Int) -> Bool {
    var action: UInt32 = 0
    var actionEnd = 0
    var unit = unit
    var reached = reached
    while true {
      let found = unsafe table.actions[unit.row]
      if found != 0 {
        let foundEnd = found >> 27 == 0 ? reached : end(of: Int(found >> 27))
        if rules.permit(place, foundEnd) {
          action = found
          actionEnd = foundEnd
        }
      }
      guard reached < end else { break }
      let (entry, count) = unsafe table.entry(text, at: reached)
      let next = unsafe table.units[Int(unit.base ^ entry.label)]
      guard next.label == entry.label else { break }
      unit = next
      reached += count
    }
    guard action != 0 else { return false }
    let bytes = unsafe table.outputs + Int(action & 0x1F_FFFF)
    unsafe put(bytes, Int(action >> 21 & 0x3F), for: actionEnd)
    return true
  }

  /// Where the first `count` scalars from `place` end.
  @inline(never)
  private func end(of count: Int) -> Int {
    var result = place
    for _ in 0..<count { result += unsafe table.entry(text, at: result).count }
    return result
  }

  /// Writes what a scalar becomes that does not become three bytes.
  @inline(never)
  private mutating func emitRare(_ entry: UInt64, _ count: Int) {
    var count = count
    if entry.kind == ConversionFormat.Kind.stored.rawValue << 36 {
      let stored = unsafe table.outputs + Int(entry.value)
      return unsafe put(stored + 1, Int(stored[0]), for: place + count)
    }
    if entry.kind == ConversionFormat.Kind.sequenceOperator.rawValue << 36 {
      count = unsafe DescriptionSequence.count(text, from: place, to: end) ?? count
    }
    unsafe (output + written).update(from: text + place, count: count)
    written += count
    place += count
  }

  /// Writes `count` bytes in place of the text from `place` to `sourceEnd`.
  @inline(__always)
  private mutating func put(_ bytes: UnsafePointer<UInt8>, _ count: Int, for sourceEnd: Int) {
    var copied = 0
    repeat {
      let block = unsafe UnsafeRawPointer(bytes + copied).loadUnaligned(as: SIMD16<UInt8>.self)
      unsafe UnsafeMutableRawPointer(output + written + copied).storeBytes(of: block, as: SIMD16<UInt8>.self)
      copied += 16
    } while copied < count
    if Recorder.isRecording { record(sourceEnd - place, became: count) }
    written += count
    place = sourceEnd
  }

  /// Records that the next `count` bytes became those just written, unless they are the same.
  @inline(__always)
  private mutating func record(_ count: Int, became newCount: Int) {
    var same = count == newCount
    var index = 0
    while same && index < count {
      same = unsafe text[place + index] == output[written + index]
      index += 1
    }
    if !same { recorder.record(place, count, newCount) }
  }

  @inline(never)
  private mutating func replace() -> Bool {
    guard let replacement = unsafe rules.replacement(text, from: place, to: end) else { return false }
    for byte in replacement.output {
      unsafe output[written] = byte
      written += 1
    }
    place = replacement.end
    return true
  }
}

extension ConversionPass {
  /// Copies ASCII up to `stop` or to the first byte that is none.
  @inline(__always)
  private mutating func copyASCII(to stop: Int) {
    while place + 32 <= stop {
      let block = unsafe UnsafeRawPointer(text + place).loadUnaligned(as: SIMD4<UInt64>.self)
      unsafe UnsafeMutableRawPointer(output + written).storeBytes(of: block, as: SIMD4<UInt64>.self)
      let high = block & SIMD4(repeating: 0x8080_8080_8080_8080)
      if high != .zero { break }
      place += 32
      written += 32
    }
    while place + 8 <= stop {
      let block = unsafe UnsafeRawPointer(text + place).loadUnaligned(as: UInt64.self)
      unsafe UnsafeMutableRawPointer(output + written).storeBytes(of: block, as: UInt64.self)
      let high = block & 0x8080_8080_8080_8080
      let count = high.trailingZeroBitCount >> 3
      place += count
      written += count
      if high != 0 { return }
    }
    while place < stop {
      let byte = unsafe text[place]
      if byte >= 0x80 { return }
      unsafe output[written] = byte
      place += 1
      written += 1
    }
  }
}
