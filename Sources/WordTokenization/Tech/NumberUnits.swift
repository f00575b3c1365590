/// Numbers: digits take 万 and 亿 behind them (`20万|美元`), and neighbouring Han numerals are one number (`三千万|元`).
enum NumberUnits {
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

  /// Joins neighbouring tokens that consist of Han numerals only.
  static func join(_ path: inout TokenPath) {
    var previousIsNumeral = false
    var place = 0
    while place < path.count {
      let end = path.end(of: place)
      var isNumeral = true
      for unit in place..<end where !isNumeralUnit(path.unit(unit)) { isNumeral = false }
      if isNumeral && previousIsNumeral { path.join(at: place) }
      previousIsNumeral = isNumeral
      place = end
    }
  }

  private static func isNumeralUnit(_ unit: UInt16) -> Bool {
    unit >= UnitID.firstNumeral && unit <= UnitID.lastNumeral
  }
}
