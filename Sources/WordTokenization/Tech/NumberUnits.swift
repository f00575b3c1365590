/// Numbers and their units: digits take 万 and 亿 behind them (`20万|美元`), neighbouring Han numerals are one number
/// (`三千万|元`, `第一百二十`), and what follows a number is cut as its unit (`3|个|人`, `5|年|前`, `200|多|人`).
enum NumberUnits {
  /// Han numerals.
  static let numerals = "〇零一二两三四五六七八九十百千万亿兆几数"
  /// Words that stand before measure words like numerals.
  static let determiners = "这那每几某第"
  /// Words that are a measure word and a noun behind a number.
  static let measureAndNoun = "个人 本书 家店 条路 座城 间房 个字 家人 名人"
  /// What a span of years ends with: 5|年|前.
  static let yearAndSide = "年年 年前 年后 年内 年来 年间 年里"

  /// Where the number that starts with the compound ends, with the Han powers of ten behind it; `wordEnd` where the
  /// compound is no number.
  static func end(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ wordEnd: Int, _ end: Int) -> Int {
    guard unsafe ASCIIClass.isDigit(bytes[wordEnd - 1]) else { return wordEnd }
    for place in start..<wordEnd where !(unsafe isNumber(bytes[place])) { return wordEnd }
    var place = wordEnd
    while place + 3 <= end, unsafe isPower(bytes, place) { place += 3 }
    return place
  }

  private static func isNumber(_ byte: UInt8) -> Bool {
    ASCIIClass.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-")
  }

  /// 万, 萬, 亿 or 億.
  private static func isPower(_ bytes: UnsafePointer<UInt8>, _ place: Int) -> Bool {
    switch unsafe (bytes[place], bytes[place + 1], bytes[place + 2]) {
    case (0xe4, 0xb8, 0x87), (0xe8, 0x90, 0xac), (0xe4, 0xba, 0xbf), (0xe5, 0x84, 0x84): true
    default: false
    }
  }

  /// Joins the tokens from the place on that consist of Han numerals only; gives the end of the number, or `nil` where
  /// the first token is none.
  static func join(_ path: inout TokenPath, from start: Int) -> Int? {
    var end = path.end(of: start)
    guard path.all(start, end, have: .numeral) else { return nil }
    if start > 0, path.unit(start - 1) == path.tables.words.ordinal, path.isSingleHan(start - 1) {
      path.join(at: start)
    }
    while end < path.count {
      let next = path.end(of: end)
      if path.all(end, next, have: .numeral) {
        path.join(at: end)
      } else if next - end == 2, path.traits(end).contains(.numeral), path.isPairOfHan(end), isPower(path.unit(end)) {
        // 三千|万元
        path.split(at: end + 1)
        path.join(at: end)
        return end + 1
      } else {
        break
      }
      end = next
    }
    if path.isPairOfHan(end) { split(&path, afterNumeral: end) }
    return end
  }

  /// Cuts the word behind the number at `number` where its first character is the number's unit.
  static func split(_ path: inout TokenPath, behindNumber number: Int) {
    let place = number + 1
    guard path.isPairOfHan(place), path.isNumber(number) else { return }
    let (first, second) = (path.unit(place), path.unit(place + 1))
    let words = path.tables.words
    if first == words.year && words.yearAndSide.contains(first, second) {
      path.split(at: place + 1)
    } else if first == words.day && number > 0 && path.unit(number - 1) == words.month {
      path.split(at: place + 1)
      // 4|日|立春, not 4|日立|春
      if path.isSingleHan(place + 2) && path.isWord(place + 1, place + 3) { path.join(at: place + 2) }
    } else {
      split(&path, afterNumeral: place)
    }
  }

  /// Cuts a word of two characters behind a number: `200|多|人`, `3|个|人`.
  private static func split(_ path: inout TokenPath, afterNumeral place: Int) {
    let (first, second) = (path.unit(place), path.unit(place + 1))
    let words = path.tables.words
    if first == words.more || first == words.odd || words.measureAndNoun.contains(first, second) {
      path.split(at: place + 1)
    }
  }

  /// Whether the unit is 万 or a larger power.
  private static func isPower(_ unit: UInt16) -> Bool { unit > UnitID.lastNumeral - 3 && unit <= UnitID.lastNumeral }
}
