import FrontMatterParsing
import Testing

@Suite("Dates and times")
struct TimestampTests {
  typealias Timestamp = FrontMatter.Timestamp

  @Test("every form keeps its text and its zone")
  func forms() throws {
    let full = try #require(Timestamp("2025-02-13T10:34:27+08:00"))
    #expect(full.text == "2025-02-13T10:34:27+08:00")
    #expect(full.date?.year == 2025 && full.date?.month == 2 && full.date?.day == 13)
    #expect(full.time?.hour == 10 && full.time?.minute == 34 && full.time?.second == 27)
    #expect(full.offsetMinutes == 480)
    #expect(Timestamp("2025-02-13 10:34:27")?.offsetMinutes == nil)
    #expect(Timestamp("2025-02-13 10:34")?.time?.minute == 34)
    #expect(Timestamp("2025-02-13t10:34:27.123456789123z")?.time?.nanosecond == 123_456_789)
    #expect(Timestamp("2025-02-13 10:34:27 -0330")?.offsetMinutes == -210)
    #expect(Timestamp("2025-02-13 10:34:27 +08")?.offsetMinutes == 480)
    #expect(Timestamp("2025-02-13")?.time == nil)
    #expect(Timestamp("23:59:60")?.time?.second == 60)
    #expect(Timestamp("2024-02-29") != nil)
  }

  @Test(
    "what is none",
    arguments: [
      "", "2025", "2025-13-01", "2025-00-01", "2025-02-30", "2023-02-29", "1900-02-29", "2025-2-3", "25-02-03",
      "2025-02-13T", "2025-02-13T24:00:00", "2025-02-13T10:60:00", "2025-02-13T10:34:61", "2025-02-13T10:34:27.",
      "2025-02-13T10:34:27+8", "2025-02-13T10:34:27+24:00", "2025-02-13T10:34:27+08:60", "2025-02-13 10:34:27 x",
      "2025-02-13x10:34:27", "10:34:27Z", "1:2:3", " 2025-02-13", "2025-02-13 ", "２０２５-02-13",
    ])
  func refused(text: String) { #expect(Timestamp(text) == nil) }
}
