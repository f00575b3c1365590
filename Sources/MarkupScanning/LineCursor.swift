/// A place in a line, in bytes and in columns: tabs stop at every fourth column.
struct LineCursor {
  /// The offset of the next byte.
  private(set) var offset: Int
  /// The column of the next byte.
  private var column = 0
  /// Columns of a tab, just passed, that are still to be used.
  private var tabRest = 0
  /// The offset just past the line's last byte, its line end not counted.
  let end: Int

  /// The first byte that is no space or tab, set by `measure`.
  private(set) var content: Int
  /// The columns between the place and `content`.
  private(set) var indent = 0

  init(start: Int, end: Int) {
    offset = start
    content = start
    self.end = end
  }

  /// Whether nothing but white space is left.
  var isBlank: Bool { content == end }

  /// Finds the next byte that is no space or tab, and how far it is indented.
  @inline(__always)
  mutating func measure(_ bytes: Bytes) {
    content = offset
    indent = tabRest
    guard content < end, bytes[content] <= 0x20 else { return }
    measureBlanks(bytes)
  }

  private mutating func measureBlanks(_ bytes: Bytes) {
    var column = column + tabRest
    while content < end {
      let byte = bytes[content]
      if byte == " " || byte == "\r" {
        column += 1
      } else if byte == "\t" {
        column += 4 - column % 4
      } else {
        break
      }
      content += 1
    }
    indent = column - self.column
  }

  /// Goes to `content`.
  mutating func skipIndent() {
    column += indent
    offset = content
    tabRest = 0
    indent = 0
  }

  /// Goes `count` bytes on, none of them a tab.
  mutating func skip(bytes count: Int) {
    offset += count
    column += count
  }

  /// Goes up to `count` columns of spaces and tabs on.
  mutating func skip(columns count: Int, _ bytes: Bytes) {
    var left = count
    while left > 0 {
      if tabRest > 0 {
        let step = min(tabRest, left)
        tabRest -= step
        column += step
        left -= step
      } else if offset < end, bytes[offset] == " " {
        offset += 1
        column += 1
        left -= 1
      } else if offset < end, bytes[offset] == "\t" {
        offset += 1
        tabRest = 4 - column % 4
      } else {
        return
      }
    }
  }
}
