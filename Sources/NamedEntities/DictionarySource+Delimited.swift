internal import TextOffsets

extension DictionarySource {
  /// Reads a table, as spreadsheets write it: CSV (RFC 4180) with the separator `,`, or TSV with a tab.
  ///
  /// The first line names the columns, as the keys of the JSON form: `name` and `type` are needed; `id`, `subtype`,
  /// `aliases`, `cues`, `language`, `region`, `ambiguous`, `caseSensitive`, `source` and `license` may be there. Lists
  /// divide their elements by `|`. Without an id, an entity gets `user.` and its name.
  ///
  /// ```text
  /// name,type,aliases
  /// 例子科技,company,例科|Example Tech
  /// ```
  public init(delimited text: String, by separator: Unicode.Scalar = ",") {
    self.init(entries: [], text: text)
    var table = DelimitedTable(text, separator)
    do {
      guard let header = try table.next() else { return }
      try Self.check(header)
      while let row = try table.next() {
        do { entries.append(try Self.entry(of: row, header)) } catch { add(error) }
      }
    } catch { add(error) }
  }

  private mutating func add(_ error: JSONError) {
    problems.append(Problem(.error, at: lines.position(of: error.offset), reason: error.reason))
  }

  private static let textColumns: Set<String> = [
    "id", "type", "subtype", "name", "language", "region", "source", "license",
  ]
  private static let listColumns: Set<String> = ["aliases", "cues"]
  private static let truthColumns: Set<String> = ["ambiguous", "caseSensitive"]

  private static func check(_ header: DelimitedTable.Row) throws(JSONError) {
    let known = textColumns.union(listColumns).union(truthColumns)
    for cell in header.cells where !known.contains(cell.text) {
      throw JSONError(
        reason: "no column is called \"\(cell.text)\"; there are \(known.sorted().joined(separator: ", "))",
        offset: cell.offset)
    }
    for name in ["name", "type"] where !header.cells.contains(where: { $0.text == name }) {
      throw JSONError(reason: "the column \"\(name)\" is missing from the first line", offset: 0)
    }
  }

  private static func entry(
    of row: DelimitedTable.Row, _ header: DelimitedTable.Row
  ) throws(JSONError) -> Located {
    guard row.cells.count <= header.cells.count else {
      throw JSONError(
        reason: "the line has \(row.cells.count) cells and the first line has \(header.cells.count)",
        offset: row.range.start)
    }
    var members: [(key: JSONKey, value: JSONValue)] = []
    for (column, cell) in zip(header.cells, row.cells) where !cell.text.isEmpty {
      let content: JSONValue.Content
      if listColumns.contains(column.text) {
        content = .array(
          cell.text.split(separator: "|").map { JSONValue(content: .string(String($0)), offset: cell.offset) })
      } else if truthColumns.contains(column.text) {
        guard let truth = Bool(cell.text) else {
          throw JSONError(reason: "true or false belongs here", offset: cell.offset)
        }
        content = .bool(truth)
      } else {
        content = .string(cell.text)
      }
      members.append(
        (JSONKey(text: column.text, offset: cell.offset), JSONValue(content: content, offset: cell.offset)))
    }
    return Located(.entity(try EntityFields.listed(members, offset: row.range.start)), at: row.range)
  }
}

/// Reads rows of cells, quoted or not (RFC 4180).
private struct DelimitedTable {
  struct Cell {
    var text: String
    let offset: Int
  }

  struct Row {
    var cells: [Cell] = []
    var range: UTF8Range
  }

  private let text: String
  private let separator: UInt8
  private var offset = 0

  init(_ text: String, _ separator: Unicode.Scalar) {
    self.text = text
    self.separator = UInt8(ascii: separator)
  }

  private var byte: UInt8? { offset < text.utf8.count ? text.utf8.span[offset] : nil }

  /// The next row that is not blank; `nil` at the end.
  mutating func next() throws(JSONError) -> Row? {
    while byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { offset += 1 }
    guard byte != nil else { return nil }
    let start = offset
    var row = Row(range: UTF8Range(start: start, end: start))
    while true {
      row.cells.append(try cell())
      guard byte == separator else { break }
      offset += 1
    }
    row.range.end = offset
    return row
  }

  private mutating func cell() throws(JSONError) -> Cell {
    let start = offset
    guard byte == UInt8(ascii: "\"") else {
      while let byte, byte != separator, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { offset += 1 }
      return Cell(text: String(text[UTF8Range(start: start, end: offset)]), offset: start)
    }
    var content: [UInt8] = []
    offset += 1
    while let byte {
      offset += 1
      if byte != UInt8(ascii: "\"") {
        content.append(byte)
      } else if self.byte == UInt8(ascii: "\"") {
        content.append(byte)
        offset += 1
      } else {
        guard
          self.byte == nil || self.byte == separator || self.byte == UInt8(ascii: "\n")
            || self.byte == UInt8(ascii: "\r")
        else {
          throw JSONError(reason: "something follows a closing quotation mark; double marks inside", offset: offset)
        }
        return Cell(text: String(decoding: content, as: UTF8.self), offset: start)
      }
    }
    throw JSONError(reason: "a closing quotation mark is missing", offset: start)
  }
}
