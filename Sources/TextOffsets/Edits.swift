/// What a rewriting did to a text: which source ranges became which target ranges; everything between stayed.
///
/// Rewriters (script conversion, repair, normalisation) append to it in order; clients read the changes, and map ranges
/// both ways, so that what was found in rewritten text is reported against the original.
///
/// A change takes four bytes, so recording costs little beside the rewriting itself; every 64 changes an absolute
/// position is kept, so mapping is O(log n).
public struct Edits: Sendable {
  /// One replaced range.
  public struct Edit: Hashable, Sendable {
    /// The replaced bytes of the source.
    public let source: UTF8Range
    /// The bytes of the target that stand for them.
    public let target: UTF8Range

    /// Makes the edit from its two ranges.
    public init(source: UTF8Range, target: UTF8Range) {
      self.source = source
      self.target = target
    }
  }

  /// A change relative to the end of the one before it.
  @usableFromInline
  package struct Record: BitwiseCopyable, Sendable {
    /// Unchanged bytes before the change.
    @usableFromInline let gap: UInt16
    @usableFromInline let sourceCount: UInt8
    @usableFromInline let targetCount: UInt8

    @inlinable
    package init(gap: UInt16, sourceCount: UInt8, targetCount: UInt8) {
      self.gap = gap
      self.sourceCount = sourceCount
      self.targetCount = targetCount
    }

    /// Stands for a change that is too long, or too far from the one before it, and kept aside. A short change never
    /// takes 255 bytes away without putting any there.
    @usableFromInline static let long = Record(gap: 0, sourceCount: .max, targetCount: 0)
    @inlinable var isLong: Bool { sourceCount == .max && targetCount == 0 }
  }

  /// The absolute place where a run of `stride` records begins.
  @usableFromInline
  struct Checkpoint: Sendable {
    @usableFromInline let source: UTF8Offset
    @usableFromInline let target: UTF8Offset

    @inlinable
    init(source: UTF8Offset, target: UTF8Offset) {
      self.source = source
      self.target = target
    }
  }

  @usableFromInline static let stride = 64

  @usableFromInline var records: [Record] = []
  @usableFromInline var checkpoints: [Checkpoint] = []
  /// Changes that no record can hold, by record number; few in every real text.
  @usableFromInline var long: [Int: Edit] = [:]
  @usableFromInline var sourceEnd: UTF8Offset = 0
  @usableFromInline var targetEnd: UTF8Offset = 0

  /// Makes the edits of a text that stays as it is.
  @inlinable
  public init() {}

  /// The number of changes.
  @inlinable
  public var count: Int { records.count }

  /// Whether the rewriting changed nothing.
  @inlinable
  public var isEmpty: Bool { records.isEmpty }

  /// Adds a change: after `gap` unchanged bytes since the last one, `sourceCount` bytes became `targetCount` bytes.
  ///
  /// Amortised O(1).
  @inlinable
  public mutating func append(gap: Int, sourceCount: Int, targetCount: Int) {
    precondition(gap >= 0 && sourceCount >= 0 && targetCount >= 0, "changes are appended in order")
    if records.count % Self.stride == 0 {
      checkpoints.append(Checkpoint(source: sourceEnd, target: targetEnd))
    }
    if gap <= Int(UInt16.max) && sourceCount < Int(UInt8.max) && targetCount <= Int(UInt8.max) {
      records.append(Record(gap: UInt16(gap), sourceCount: UInt8(sourceCount), targetCount: UInt8(targetCount)))
    } else {
      appendLong(gap: gap, sourceCount: sourceCount, targetCount: targetCount)
    }
    sourceEnd += gap + sourceCount
    targetEnd += gap + targetCount
  }

  /// Makes room for `count` more changes, and where there is none, for as many as a text of `total` bytes is likely to
  /// have after this many in `done` bytes: to double the room, as arrays do, would cost as much as all the recording.
  package mutating func makeRoom(for count: Int, done: Int, of total: Int) {
    let needed = records.count + count
    if needed <= records.capacity { return }
    let likely = Double(needed) * Double(Swift.max(total, done)) / Double(Swift.max(done, 1)) * 1.125
    records.reserveCapacity(Swift.max(needed, Int(likely)))
  }

  /// Adds short changes recorded elsewhere, the first one's gap counted from the source offset `start`.
  package mutating func append(_ records: UnsafeBufferPointer<Record>, from start: UTF8Offset) {
    guard !records.isEmpty else { return }
    let first = unsafe records[0]
    // The first goes the long way, since its gap may be of any size.
    append(
      gap: start - sourceEnd + Int(first.gap), sourceCount: Int(first.sourceCount), targetCount: Int(first.targetCount))
    var next = 1
    while next < records.count {
      let offset = self.records.count % Self.stride
      if offset == 0 { checkpoints.append(Checkpoint(source: sourceEnd, target: targetEnd)) }
      let stop = Swift.min(next + Self.stride - offset, records.count)
      let run = unsafe UnsafeBufferPointer(rebasing: records[next..<stop])
      unsafe self.records.append(contentsOf: run)
      // Sums of 64 records fit into 32 bits, and the compiler adds eight at a time.
      var (gaps, sources, targets): (UInt32, UInt32, UInt32) = (0, 0, 0)
      for index in run.indices {
        let record = unsafe run[index]
        gaps &+= UInt32(record.gap)
        sources &+= UInt32(record.sourceCount)
        targets &+= UInt32(record.targetCount)
      }
      sourceEnd += Int(gaps &+ sources)
      targetEnd += Int(gaps &+ targets)
      next = stop
    }
  }

  /// Keeps a change aside.
  @usableFromInline
  mutating func appendLong(gap: Int, sourceCount: Int, targetCount: Int) {
    let source = sourceEnd + gap
    let target = targetEnd + gap
    long[records.count] = Edit(
      source: UTF8Range(start: source, end: source + sourceCount),
      target: UTF8Range(start: target, end: target + targetCount))
    records.append(.long)
  }
}

extension Edits: Sequence {
  /// Walks the changes in order.
  public struct Iterator: IteratorProtocol {
    private let edits: Edits
    private var index: Int
    private var source: UTF8Offset
    private var target: UTF8Offset

    /// Starts at the checkpoint with the given number.
    init(_ edits: Edits, checkpoint: Int = 0) {
      self.edits = edits
      index = checkpoint * Edits.stride
      source = edits.checkpoints.isEmpty ? 0 : edits.checkpoints[checkpoint].source
      target = edits.checkpoints.isEmpty ? 0 : edits.checkpoints[checkpoint].target
    }

    /// The next change.
    public mutating func next() -> Edit? {
      guard index < edits.records.count else { return nil }
      let record = edits.records[index]
      var edit: Edit
      if record.isLong, let long = edits.long[index] {
        edit = long
      } else {
        let sourceStart = source + Int(record.gap)
        let targetStart = target + Int(record.gap)
        edit = Edit(
          source: UTF8Range(start: sourceStart, end: sourceStart + Int(record.sourceCount)),
          target: UTF8Range(start: targetStart, end: targetStart + Int(record.targetCount)))
      }
      index += 1
      source = edit.source.end
      target = edit.target.end
      return edit
    }
  }

  /// Starts at the first change.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// The number of changes: they are counted, so no walk is needed.
  public var underestimatedCount: Int { count }
}
