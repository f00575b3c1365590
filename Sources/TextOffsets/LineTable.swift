/// The starts of a text's lines, to turn UTF-8 offsets into lines and columns for people.
///
/// A line ends after LF, after CR LF, or after a CR that no LF follows, as in editors.
public struct LineTable: Sendable {
  /// A place in a text as people count: both numbers start at 1.
  public struct Position: Hashable, Sendable, CustomStringConvertible {
    /// The number of the line, from 1.
    public let line: Int
    /// The number of the column in Unicode scalars, from 1.
    public let column: Int

    /// Makes the position from its two numbers.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    /// The position in the form `LINE:COLUMN`.
    public var description: String { "\(line):\(column)" }
  }

  /// The offset of each line's first byte; the first is 0.
  public let starts: [UTF8Offset]
  private let text: String

  /// Finds the lines of `text`. One pass over the bytes.
  public init(_ text: String) {
    var starts = [0]
    let bytes = text.utf8.span
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") {
        starts.append(offset)
      } else if byte == UInt8(ascii: "\r"), offset == bytes.count || bytes[offset] != UInt8(ascii: "\n") {
        starts.append(offset)
      }
    }
    self.starts = starts
    self.text = text
  }

  /// The number of lines; a text that ends with a line end has an empty last line.
  public var count: Int { starts.count }

  /// The line, from 1, that holds the byte at `offset`; offsets past the text count as its end. O(log lines).
  public func line(at offset: UTF8Offset) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The line and column of the byte at `offset`. O(log lines + length of the line).
  public func position(of offset: UTF8Offset) -> Position {
    let line = line(at: offset)
    let bytes = text.utf8.span
    var column = 1
    var index = starts[line - 1]
    let end = min(offset, bytes.count)
    while index < end {
      // Every byte that does not continue a scalar starts one.
      if bytes[index] & 0b1100_0000 != 0b1000_0000 { column += 1 }
      index += 1
    }
    return Position(line: line, column: column)
  }

  /// The bytes of the line `number`, from 1, with its line end.
  ///
  /// - Precondition: `1 <= number <= count`.
  public func range(ofLine number: Int) -> UTF8Range {
    UTF8Range(start: starts[number - 1], end: number < starts.count ? starts[number] : text.utf8.count)
  }
}
