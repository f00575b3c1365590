internal import TextOffsets

/// How lines begin and end, which tells whether a clause runs over a line end.
extension Bytes {
  /// Whether the line ends in a mark that ends sentences, closing marks behind it not counted.
  func endsSentence(_ line: UTF8Range) -> Bool {
    var end = line.end
    while end > line.start {
      let (value, count) = scalar(endingAt: end, after: line.start)
      switch value {
      case 0x3002, 0xFF01, 0xFF1F, 0xFF61, 0x2026, 0x21, 0x3F: return true
      case 0x2E: return true
      // Closing quotation marks and brackets, and the marks of emphasis.
      case 0x201D, 0x2019, 0x300D, 0x300F, 0x3011, 0xFF09, 0x300B, 0x29, 0x22, 0x2A, 0x5F: end -= count
      default: return false
      }
    }
    return false
  }

  /// Whether the line ends in a mark after which a clause goes on: a comma, an enumeration comma, a dash.
  func runsOn(_ line: UTF8Range) -> Bool {
    guard !line.isEmpty else { return false }
    switch scalar(endingAt: line.end, after: line.start).value {
    case 0xFF0C, 0x3001, 0x2C, 0x2014, 0x2500: return true
    default: return false
    }
  }

  /// Whether the line begins with a mark that no clause begins with: a comma, colon, full stop or closing mark.
  func continuesClause(_ line: UTF8Range) -> Bool {
    guard !line.isEmpty else { return false }
    switch scalar(at: line.start).value {
    case 0xFF0C, 0x3001, 0x3002, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0x2C, 0x3A, 0x3B: return true
    case 0x201D, 0x2019, 0x300D, 0x300F, 0x3011, 0xFF09, 0x300B: return true
    default: return false
    }
  }

  /// Whether two spaces, a backslash or `<br>` behind the line break it for good.
  func hasHardBreak(after line: UTF8Range) -> Bool {
    if has("  ", at: line.end, before: count) || self[line.end - 1] == "\\" { return true }
    return self[line.end - 1] == ">"
      && (["<br>", "<br/>", "<br />"] as [StaticString]).contains { tag in
        has(tag, at: line.end - tag.utf8CodeUnitCount, before: line.end) && line.count >= tag.utf8CodeUnitCount
      }
  }

  /// Whether the line is a credit such as `作者：…` or `来源 | …`: a short label, a divider, a short value. Words that introduce
  /// what somebody says (`他说：`) are no label.
  func isCredit(_ line: UTF8Range) -> Bool {
    guard line.count <= 120, !endsSentence(line) else { return false }
    var place = line.start
    var last: UInt32 = 0
    let limit = Swift.min(line.end, line.start + 24)
    while place < limit {
      let (value, count) = scalar(at: place)
      switch value {
      case 0x7C, 0xFF5C, 0x4E28:  // | ｜ 丨
        return place > line.start
      case 0xFF1A, 0x3A:
        // 说說道问問称稱是为為有: a verb stands before the colon.
        let verbs: [UInt32] = [0x8BF4, 0x8AAA, 0x9053, 0x95EE, 0x554F, 0x79F0, 0x7A31, 0x662F, 0x4E3A, 0x70BA, 0x6709]
        return place > line.start && !verbs.contains(last) && !has("://", at: place, before: line.end)
      default: break
      }
      last = value
      place += count
    }
    return false
  }

  /// Whether the line is digits and ASCII marks only: a date, a time, a number.
  func isDate(_ line: UTF8Range) -> Bool {
    line.count <= 20 && line.offsets.allSatisfy { self[$0] < 0x80 && !self[$0].isASCIILetter }
  }
}
