internal import TextOffsets

/// What notes down the changes that a pass makes.
protocol ConversionRecorder {
  static var isRecording: Bool { get }
  /// Notes that `count` bytes from `place` became `newCount` other bytes.
  mutating func record(_ place: Int, _ count: Int, _ newCount: Int)
}

/// Notes nothing.
struct NoRecorder: ConversionRecorder {
  static var isRecording: Bool { false }
  @inline(__always)
  func record(_ place: Int, _ count: Int, _ newCount: Int) {}
}

/// Writes the changes of one chunk into a buffer that has room for them.
@safe
struct EditRecorder: ConversionRecorder {
  // Sound because every change takes at least two bytes of the chunk, and the buffer is made for as many.
  private let records: UnsafeMutablePointer<Edits.Record>
  private(set) var count = 0
  /// Where the last change ended.
  private(set) var end: Int

  init(_ records: UnsafeMutablePointer<Edits.Record>, from start: Int) {
    unsafe self.records = records
    end = start
  }

  static var isRecording: Bool { true }

  @inline(__always)
  mutating func record(_ place: Int, _ count: Int, _ newCount: Int) {
    unsafe records[self.count] = Edits.Record(
      gap: UInt16(truncatingIfNeeded: place &- end), sourceCount: UInt8(truncatingIfNeeded: count),
      targetCount: UInt8(truncatingIfNeeded: newCount))
    self.count &+= 1
    end = place &+ count
  }
}
