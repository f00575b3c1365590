internal import TextOffsets

extension Bytes {
  /// The end of the Chinese list marker that the line begins with, blanks behind it not counted, and whether titles are
  /// numbered in this way: `一、`, `第二章`, `1.` without a space.
  func chineseMarker(_ line: UTF8Range) -> (end: Int, isTitle: Bool)? {
    let (first, count) = scalar(at: line.start)
    switch first {
    case 0x1F449, 0x1F539, 0x1F538, 0x2705:  // 👉 🔹 🔸 ✅
      return (line.start + count, false)
    case 0x2460...0x2473, 0x2776...0x277F, 0x2474...0x2487:  // ①, ❶, ⑴
      return (line.start + count, false)
    case 0xFF08, 0x28:  // （1）, （一）
      guard let end = numeralEnd(line.start + count, before: line.end) else { return nil }
      let (close, width) = end < line.end ? scalar(at: end) : (0, 0)
      guard close == 0xFF09 || close == 0x29 else { return nil }
      return (end + width, isHanNumeral(scalar(at: line.start + count).value))
    case 0x7B2C:  // 第
      guard let end = numeralEnd(line.start + count, before: line.end), end < line.end else { return nil }
      let (unit, width) = scalar(at: end)
      switch unit {
      case 0x7AE0, 0x8282, 0x7BC0, 0x7BC7, 0x56DE, 0x8BB2, 0x8B1B: return (end + width, true)  // 章节節篇回讲講
      default:
        return has("部分", at: end, before: line.end) ? (end + 6, true) : nil
      }
    default:
      guard isHanNumeral(first) || first &- 0x30 < 10 || first &- 0xFF10 < 10,
        let end = numeralEnd(line.start, before: line.end), end < line.end
      else { return nil }
      let (mark, width) = scalar(at: end)
      switch mark {
      case 0x3001: return (end + width, true)  // 一、 1、
      case 0x2E, 0xFF0E:
        // A digit behind the point makes it a number.
        guard !byte(end + width, before: line.end).isASCIIDigit else { return nil }
        return (end + width, true)
      case 0x29, 0xFF09: return (end + width, false)
      default: return nil
      }
    }
  }

  /// The end of the run of digits or Han numerals at `index`; at most four.
  private func numeralEnd(_ index: Int, before end: Int) -> Int? {
    var place = index
    var length = 0
    while place < end, length < 4 {
      let (value, count) = scalar(at: place)
      guard isHanNumeral(value) || value &- 0x30 < 10 || value &- 0xFF10 < 10 else { break }
      place += count
      length += 1
    }
    return length > 0 ? place : nil
  }

  private func isHanNumeral(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E: true  // 一…十百
    default: false
    }
  }
}
