/// A position in a text, counted in UTF-8 bytes from its start.
public typealias UTF8Offset = Int

/// A half-open range of UTF-8 bytes of a text: the currency in which the engines of zhtext speak to each other.
///
/// Engines give ranges that start and end on Unicode scalar boundaries, in absolute offsets of the text they were given,
/// also where they were asked to look at a part of it.
public struct UTF8Range: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: UTF8Offset
  /// The offset just past the last byte; never less than `start`.
  public var end: UTF8Offset

  /// Makes the range of the bytes from `start` up to, but not including, `end`.
  ///
  /// - Precondition: `0 <= start <= end`.
  @inlinable
  public init(start: UTF8Offset, end: UTF8Offset) {
    precondition(0 <= start && start <= end, "a range starts at 0 or later and does not end before it starts")
    self.start = start
    self.end = end
  }

  /// Makes the range of the given byte offsets.
  @inlinable
  public init(_ offsets: Range<UTF8Offset>) {
    self.init(start: offsets.lowerBound, end: offsets.upperBound)
  }

  /// The range as the standard library's type.
  @inlinable
  public var offsets: Range<UTF8Offset> { start..<end }

  /// The number of bytes.
  @inlinable
  public var count: Int { end - start }

  /// Whether the range covers no byte.
  @inlinable
  public var isEmpty: Bool { start == end }

  /// Whether the byte at `offset` lies in the range.
  @inlinable
  public func contains(_ offset: UTF8Offset) -> Bool { start <= offset && offset < end }

  /// Whether every byte of `other` lies in the range.
  @inlinable
  public func contains(_ other: UTF8Range) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two ranges share a byte.
  @inlinable
  public func overlaps(_ other: UTF8Range) -> Bool { max(start, other.start) < min(end, other.end) }

  /// The range moved by `distance` bytes.
  @inlinable
  public func shifted(by distance: Int) -> UTF8Range { UTF8Range(start: start + distance, end: end + distance) }

  /// The part of the range that lies in `other`; empty, at the nearer end of `other`, where they share nothing.
  @inlinable
  public func clamped(to other: UTF8Range) -> UTF8Range { UTF8Range(offsets.clamped(to: other.offsets)) }
}

extension UTF8Range: Comparable {
  /// Orders by start, and among equal starts by end.
  @inlinable
  public static func < (left: UTF8Range, right: UTF8Range) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension UTF8Range: CustomStringConvertible {
  /// The range in the form `12..<21`.
  public var description: String { "\(start)..<\(end)" }
}
