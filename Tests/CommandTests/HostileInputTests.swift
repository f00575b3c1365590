import Foundation
import Testing

/// Whatever stands in a page, a subcommand answers or says what is wrong: it neither traps nor hangs.
@Suite struct HostileInputTests {
  /// What a page may hold, by name.
  static let pages: [(name: String, bytes: [UInt8])] = {
    #if DEBUG
      let length = 2_000
    #else
      let length = 300_000
    #endif
    // A generator of fixed numbers, so that a failure can be repeated.
    var state: UInt64 = 42
    let noise = (0..<5_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    func repeated(_ text: String) -> [UInt8] { Array(String(repeating: text, count: length / text.utf8.count).utf8) }
    return [
      ("empty", []),
      ("one NUL", [0]),
      ("NUL bytes in text", Array("中\0文\0。\n\0a".utf8)),
      ("noise", noise),
      ("a byte-order mark alone", [0xEF, 0xBB, 0xBF]),
      ("half a character", [0xE4, 0xB8]),
      ("line ends of all kinds", Array("a\r\rb\r\n\n\u{85}\u{2028}c".utf8)),
      ("unclosed matter", Array("---\na: [1, {b: \"".utf8)),
      ("unclosed TOML matter", Array("+++\na = [1, \"\"\"".utf8)),
      ("unclosed fence", Array("```\n中文".utf8)),
      ("a long line", repeated("海淀区的AI公司")),
      ("a long run of letters", repeated("a")),
      ("a long run of digits", repeated("7")),
      ("a long run of spaces", repeated(" ")),
      ("opening quotation marks", repeated("「")),
      ("closing quotation marks", repeated("”")),
      ("short quotations", repeated("“好。”")),
      ("opening brackets", repeated("[")),
      ("links", repeated("[a](b)")),
      ("emphasis", repeated("**a")),
      ("backticks", repeated("`a``b")),
      ("block quotations", repeated("> ")),
      ("list markers", repeated("- ")),
      ("HTML", repeated("<a <b")),
      ("nested matter", Array("---\na: ".utf8) + repeated("[")),
      (
        "indented matter", Array(("---\n" + (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()).utf8)
      ),
      ("combining marks", repeated("\u{301}\u{327}")),
      ("rare characters", repeated("𠮷𬭎㛃")),
      ("emoji", repeated("👩‍💻🇨🇳")),
      ("private use and unassigned", repeated("\u{E000}\u{FDFF}\u{10FFFD}")),
      ("right-to-left marks", repeated("\u{202E}中\u{200B}")),
    ]
  }()

  @Test(arguments: Subcommands.all) func everyPage(subcommand: String) throws {
    for page in Self.pages {
      let run = try CommandRun(Subcommands.reading(subcommand), input: page.bytes)
      #expect(
        !run.isCrash && [0, 65].contains(run.status), "\(page.name): status \(run.status) \(run.errors.prefix(300))")
      // What lint finds is its result; everyone else complains on standard error.
      let complaint = subcommand == "dictionary" ? run.text + run.errors : run.errors
      if run.status == 65 { #expect(complaint.contains("<stdin>"), "\(page.name): \(complaint)") }
    }
  }

  /// Each page that is text, as one document of a stream, between two that are fine.
  private static let documents = pages.compactMap { String(validating: $0.bytes, as: UTF8.self) }
  private static let stream: [UInt8] = {
    var stream: [UInt8] = []
    for (id, text) in zip([-1] + Array(documents.indices) + [-2], ["好。"] + documents + ["好。"]) {
      let line = try? JSONSerialization.data(withJSONObject: ["id": id, "text": text])
      stream += Array(line ?? Data()) + [UInt8(ascii: "\n")]
    }
    return stream
  }()

  @Test(arguments: Subcommands.streaming) func everyPageInAStream(subcommand: String) throws {
    let run = try CommandRun([subcommand, "--ndjson", "--jobs", "2"], input: Self.stream)
    #expect(!run.isCrash && run.status == 0, "\(run.status) \(run.errors)")
    let objects = run.objects
    let ids = objects.map { $0["id"] as? Int }
    #expect(ids == [-1] + Array(Self.documents.indices) + [-2])
    for object in objects { #expect(object[subcommand] != nil && object["text"] == nil) }
  }
}
