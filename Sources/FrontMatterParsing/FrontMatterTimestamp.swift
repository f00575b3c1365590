extension FrontMatter {
  /// A date, a time of day, or both, as it is written: nothing is converted, so no zone is lost.
  ///
  /// Read from `2026-01-10`, `2026-01-10T08:30:00+08:00`, `2026-01-10 08:30:00 +0800`, `2026-01-10 08:30`, `08:30:00` and
  /// the like: RFC 3339 with the liberties that pages take.
  public struct Timestamp: Hashable, Sendable {
    /// The text it was read from.
    public let text: String
    /// The date, unless only a time of day is given.
    public let date: Date?
    /// The time of day, unless only a date is given.
    public let time: Time?
    /// The difference from UTC in minutes, east positive; `nil` where no zone is given.
    public let offsetMinutes: Int?

    /// A day of the Gregorian calendar.
    public struct Date: Hashable, Sendable {
      /// The year, 0 to 9999.
      public let year: Int
      /// The month, 1 to 12.
      public let month: Int
      /// The day of the month, from 1.
      public let day: Int
    }

    /// A time of day.
    public struct Time: Hashable, Sendable {
      /// The hour, 0 to 23.
      public let hour: Int
      /// The minute, 0 to 59.
      public let minute: Int
      /// The second, 0 to 60.
      public let second: Int
      /// The fraction of the second in nanoseconds; finer digits are cut off.
      public let nanosecond: Int
    }

    /// Reads a timestamp; `nil` where the whole of `text` is not one.
    public init?(_ text: String) {
      let bytes = text.utf8.span
      guard let parts = Self.scan(bytes, 0..<bytes.count) else { return nil }
      self.init(text: text, parts)
    }

    init(text: String, _ parts: Parts) {
      self.text = text
      date = parts.date
      time = parts.time
      offsetMinutes = parts.offsetMinutes
    }
  }
}

extension FrontMatter.Timestamp: CustomStringConvertible {
  /// The text it was read from.
  public var description: String { text }
}
