extension FrontMatter.Timestamp {
  /// What a text says, and how it is written.
  struct Parts {
    var date: Date?
    var time: Time?
    var offsetMinutes: Int?
    /// Whether the text is in the form of RFC 3339, so that TOML takes it.
    var isStrict = true
    /// Whether the seconds are written, which TOML 1.0 demands.
    var hasSeconds = true
  }

  /// Reads the whole of `range`; `nil` where it is not a date, a time of day, or both.
  static func scan(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Parts? {
    var parts = Parts()
    var offset = range.lowerBound
    let end = range.upperBound
    if range.count >= 10 && bytes[offset + 4] == .hyphen {
      guard let date = scanDate(bytes, at: offset) else { return nil }
      parts.date = date
      offset += 10
      if offset == end { return parts }
      let separator = bytes[offset]
      if separator == UInt8(ascii: "T") || separator == UInt8(ascii: "t") {
        offset += 1
      } else {
        let blanks = skipBlanks(bytes, &offset, end)
        if blanks == 0 { return nil }
        if blanks > 1 || separator == .tab { parts.isStrict = false }
      }
    }
    guard let time = scanTime(bytes, &offset, end, &parts) else { return nil }
    parts.time = time
    if offset == end { return parts }
    guard parts.date != nil else { return nil }
    if skipBlanks(bytes, &offset, end) > 0 { parts.isStrict = false }
    guard let zone = scanZone(bytes, &offset, end, &parts), offset == end else { return nil }
    parts.offsetMinutes = zone
    return parts
  }

  /// Reads `YYYY-MM-DD`, a day that exists.
  private static func scanDate(_ bytes: Span<UInt8>, at offset: Int) -> Date? {
    guard let century = twoDigits(bytes, offset), let yearOfCentury = twoDigits(bytes, offset + 2),
      let month = twoDigits(bytes, offset + 5), bytes[offset + 7] == .hyphen, let day = twoDigits(bytes, offset + 8)
    else { return nil }
    let year = century * 100 + yearOfCentury
    guard (1...12).contains(month), day >= 1, day <= days(inMonth: month, of: year) else { return nil }
    return Date(year: year, month: month, day: day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Reads `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fraction`.
  private static func scanTime(_ bytes: Span<UInt8>, _ offset: inout Int, _ end: Int, _ parts: inout Parts) -> Time? {
    guard offset + 5 <= end, let hour = twoDigits(bytes, offset), bytes[offset + 2] == .colon,
      let minute = twoDigits(bytes, offset + 3), hour < 24, minute < 60
    else { return nil }
    offset += 5
    guard offset < end, bytes[offset] == .colon else {
      parts.hasSeconds = false
      return Time(hour: hour, minute: minute, second: 0, nanosecond: 0)
    }
    guard offset + 3 <= end, let second = twoDigits(bytes, offset + 1), second <= 60 else { return nil }
    offset += 3
    var nanosecond = 0
    if offset < end && bytes[offset] == .dot {
      offset += 1
      let fraction = offset
      var scale = 100_000_000
      while offset < end && bytes[offset].isDigit {
        nanosecond += Int(bytes[offset] &- .zero) * scale
        scale /= 10
        offset += 1
      }
      if offset == fraction { return nil }
    }
    return Time(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }

  /// Reads `Z`, `+08:00`, `+0800` or `+08`.
  private static func scanZone(_ bytes: Span<UInt8>, _ offset: inout Int, _ end: Int, _ parts: inout Parts) -> Int? {
    guard offset < end else { return nil }
    let sign = bytes[offset]
    offset += 1
    if sign | 0x20 == UInt8(ascii: "z") { return 0 }
    guard sign == .plus || sign == .hyphen, offset + 2 <= end, let hours = twoDigits(bytes, offset), hours < 24 else {
      return nil
    }
    offset += 2
    var minutes = 0
    if offset == end {
      parts.isStrict = false
    } else {
      if bytes[offset] == .colon { offset += 1 } else { parts.isStrict = false }
      guard offset + 2 <= end, let read = twoDigits(bytes, offset), read < 60 else { return nil }
      minutes = read
      offset += 2
    }
    return (sign == .hyphen ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func skipBlanks(_ bytes: Span<UInt8>, _ offset: inout Int, _ end: Int) -> Int {
    let start = offset
    while offset < end && bytes[offset].isBlank { offset += 1 }
    return offset - start
  }

  private static func twoDigits(_ bytes: Span<UInt8>, _ offset: Int) -> Int? {
    guard bytes[offset].isDigit, bytes[offset + 1].isDigit else { return nil }
    return Int(bytes[offset] &- .zero) * 10 + Int(bytes[offset + 1] &- .zero)
  }
}
