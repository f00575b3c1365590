/// What a rewriting did to a text: which source ranges became which target ranges; everything between stayed.
///
/// Rewriters (script conversion, repair, normalisation) append to it in order; clients read the changes, and map ranges
/// both ways, so that what was found in rewritten text is reported against the original.
///
/// A change takes eight bytes, so recording costs little beside the rewriting itself; every 64 changes an absolute
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
    @usableFromInline let gap: UInt32
    @usableFromInline let sourceCount: UInt16
    @usableFromInline let targetCount: UInt16

    @inlinable
    package init(gap: UInt32, sourceCount: UInt16, targetCount: UInt16) {
      self.gap = gap
      self.sourceCount = sourceCount
      self.targetCount = targetCount
    }
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
  /// Changes too long for a record, by record number; empty for every real text.
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
    if gap <= Int(UInt32.max) && sourceCount < Int(UInt16.max) && targetCount <= Int(UInt16.max) {
      records.append(
        Record(gap: UInt32(gap), sourceCount: UInt16(sourceCount), targetCount: UInt16(targetCount)))
    } else {
      appendLong(gap: gap, sourceCount: sourceCount, targetCount: targetCount)
    }
    sourceEnd += gap + sourceCount
    targetEnd += gap + targetCount
  }

  /// Adds short changes recorded elsewhere, the first one's gap counted from the source offset `start`.
  package mutating func append(_ records: UnsafeBufferPointer<Record>, from start: UTF8Offset) {
    guard !records.isEmpty else { return }
    let first = unsafe records[0]
    // The first goes the long way, since its gap may be of any size.
    append(
      gap: start - sourceEnd + Int(first.gap), sourceCount: Int(first.sourceCount), targetCount: Int(first.targetCount))
    unsafe self.records.append(contentsOf: UnsafeBufferPointer(rebasing: records[1...]))
    var number = self.records.count - records.count + 1
    var source = sourceEnd
    var target = targetEnd
    for index in 1..<records.count {
      let record = unsafe records[index]
      if number % Self.stride == 0 { checkpoints.append(Checkpoint(source: source, target: target)) }
      number &+= 1
      source &+= Int(record.gap) &+ Int(record.sourceCount)
      target &+= Int(record.gap) &+ Int(record.targetCount)
    }
    sourceEnd = source
    targetEnd = target
  }

  /// Marks the record as long with a source count that no short change has, and keeps the change aside.
  @usableFromInline
  mutating func appendLong(gap: Int, sourceCount: Int, targetCount: Int) {
    let source = sourceEnd + gap
    let target = targetEnd + gap
    long[records.count] = Edit(
      source: UTF8Range(start: source, end: source + sourceCount),
      target: UTF8Range(start: target, end: target + targetCount))
    records.append(Record(gap: 0, sourceCount: .max, targetCount: 0))
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
      if record.sourceCount == .max, let long = edits.long[index] {
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
