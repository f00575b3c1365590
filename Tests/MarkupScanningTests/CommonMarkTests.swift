import FixtureSupport
import Foundation
import MarkupScanning
import Testing
import TextOffsets

/// Compares the blocks and code spans of pages with those of cmark-gfm (Debian's package `cmark-gfm`), where it is installed.
///
/// What differs on purpose, and is left out of the pages or made equal before comparing:
/// - Conventional headings (bold lines, `【…】`, numbers) are paragraphs to CommonMark, and so are lines of references or
///   shortcodes and the lines of one-line paragraphs, which `continuesBlock` joins. Code spans do not cross those lines.
/// - Text indented by four columns that begins with a character outside ASCII is a paragraph: Chinese pages indent so.
/// - An HTML tag of any name (type 7) does not interrupt a paragraph's lazy continuation, as CommonMark says since 0.30.
/// - Link definitions are blocks; cmark drops them. A text between tags of an HTML block is a block of its own.
/// - Ends of blocks are not compared: cmark 0.29 gives wrong ones for HTML blocks, setext headings and tables.
@Suite("Blocks and code spans beside cmark-gfm")
struct CommonMarkTests {
  private static let command = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm", "/opt/homebrew/bin/cmark-gfm"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// A block as both sides can tell it.
  struct Leaf: Equatable, CustomStringConvertible {
    var kind: String
    var level = 0
    var line: Int
    var quotes: Int
    var lists: Int
    var description: String { "\(kind)\(level) line \(line) q\(quotes) l\(lists)" }
  }

  @Test("pages of ours", .enabled(if: command != nil, "needs cmark-gfm"))
  func fixtures() throws {
    let folder = Fixture.url("articles")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for file in files where file.pathExtension == "md" {
      // What cmark does not know: metadata, as blank lines.
      var page = try String(contentsOf: file, encoding: .utf8)
      if let matter = PageMarkup(scanning: page).blocks.first, matter.kind == .frontMatter {
        let lines = page[matter.range].count { $0.isNewline }
        page = String(repeating: "\n", count: lines) + page[UTF8Range(start: matter.range.end, end: page.utf8.count)]
      }
      try compare(page)
    }
  }

  @Test("pages made at random", .enabled(if: command != nil, "needs cmark-gfm"))
  func random() throws {
    var random = RandomPage(seed: 1)
    #if DEBUG
      let count = 150
    #else
      let count = 1_000
    #endif
    for _ in 0..<count {
      let page = random.page()
      // Deliberately a paragraph: Chinese pages indent so.
      if page.contains(/(\t|\s{4})[ \t]*[文字]/) { continue }
      try compare(page)
    }
  }

  private func compare(_ page: String) throws {
    let (theirs, theirCode) = try cmark(page)
    let markup = PageMarkup(scanning: page)
    let ours = leaves(of: markup, page)
    #expect(ours == theirs, "\(page.debugDescription)")
    if !markup.blocks.contains(where: \.continuesBlock) {
      let code = markup.inlines.filter { $0.kind == .code }.map { codeText(page[$0.range]) }
      #expect(code == theirCode, "\(page.debugDescription)")
    }
  }

  /// The page's blocks in CommonMark's terms.
  private func leaves(of markup: PageMarkup, _ page: String) -> [Leaf] {
    let lines = LineTable(page)
    var leaves: [Leaf] = []
    var definition: Block?
    var previous: Block?
    for block in markup.blocks {
      defer { previous = block }
      if block.kind == .linkDefinition {
        definition = definition ?? block
        continue
      }
      defer { definition = nil }
      if block.continuesBlock { continue }
      let kind =
        switch block.kind {
        case .heading: block.level > 0 ? "heading" : "paragraph"
        case .paragraph, .reference, .shortcode: "paragraph"
        case .fencedCode, .indentedCode: "code_block"
        case .html: "html_block"
        case .thematicBreak: "thematic_break"
        case .tableRow: "table_row"
        case .frontMatter, .linkDefinition: "none"
        }
      var line = lines.line(at: block.range.start)
      // cmark counts a paragraph from the definitions that it began with.
      if kind == "paragraph", let definition, definition.quoteDepth == block.quoteDepth,
        definition.listDepth == block.listDepth, previous.map({ lines.line(at: $0.range.end) + 1 }) == line
      {
        line = lines.line(at: definition.range.start)
      }
      // The delimiter row is none of cmark's rows.
      if kind == "table_row", previous?.kind == .tableRow, page[block.range].allSatisfy({ "|-: \t".contains($0) }) {
        continue
      }
      leaves.append(
        Leaf(kind: kind, level: block.level, line: line, quotes: block.quoteDepth, lists: block.listDepth))
    }
    return leaves
  }

  /// A code span's text as CommonMark strips it.
  private func codeText(_ span: Substring) -> String {
    let marks = span.prefix { $0 == "`" }.count
    var text = span.dropFirst(marks).dropLast(marks).replacing("\r\n", with: " ").replacing("\n", with: " ")
    if text.hasPrefix(" "), text.hasSuffix(" "), text.contains(where: { $0 != " " }) {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }

  /// The blocks and code spans that cmark finds.
  private func cmark(_ page: String) throws -> ([Leaf], [String]) {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.command))
    process.arguments = ["--to", "xml", "--sourcepos", "--extension", "table"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(page.utf8))
    try input.fileHandleForWriting.close()
    let xml = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()

    var leaves: [Leaf] = []
    var code: [String] = []
    var quotes = 0
    var lists = 0
    for line in xml.split(separator: "\n") {
      let tag = line.drop { $0 == " " }
      if tag.hasSuffix("/>"), tag.hasPrefix("<item") || tag.hasPrefix("<block_quote") { continue }
      if tag.hasPrefix("<block_quote") { quotes += 1 }
      if tag.hasPrefix("</block_quote") { quotes -= 1 }
      if tag.hasPrefix("<item") { lists += 1 }
      if tag.hasPrefix("</item") { lists -= 1 }
      let name = tag.dropFirst().prefix { $0.isLetter || $0 == "_" }
      switch name {
      case "paragraph", "heading", "code_block", "html_block", "thematic_break", "table_row", "table_header":
        guard !tag.hasPrefix("</") else { continue }
        let position = tag.firstRange(of: "sourcepos=\"").map { Int(tag[$0.upperBound...].prefix(while: \.isNumber))! }
        let level = tag.firstRange(of: "level=\"").map { Int(tag[$0.upperBound...].prefix(while: \.isNumber))! }
        let kind = name == "table_header" ? "table_row" : String(name)
        leaves.append(Leaf(kind: kind, level: level ?? 0, line: position ?? 0, quotes: quotes, lists: lists))
      case "code":
        guard let start = tag.firstIndex(of: ">"), let end = tag.range(of: "</code>", options: .backwards) else {
          continue
        }
        let text = tag[tag.index(after: start)..<end.lowerBound]
        code.append(
          String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&"))
      default:
        break
      }
    }
    return (leaves, code)
  }
}

/// Pages made of the marks that open and close blocks.
private struct RandomPage {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private static let fragments = [
    "文字。", "foo bar", "`code`", "``a`b``", "`un", "**粗**体", "# H", "## 二 ##", "####### x", "===", "---", "***", "- ",
    "* ", "+ ",
    "1. ", "2) ", "10. ", "> ", ">", "    a", "     a", "  ", " ", "\t", "```", "~~~", "```swift", "<div>", "</div>",
    "<!-- c -->",
    "<script>", "</script>", "x <b>", "x <a href=\"x\">", "[x]", "[t](u)", "![i](u)", "\\", "-", "_", "*",
    "text", "<?php", "?>",
    "&amp;", "\"t\"", "字",
  ]

  private mutating func next(upTo bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func page() -> String {
    var page = ""
    for _ in 0...next(upTo: 9) {
      // A table stands by itself: cmark 0.29 gives wrong lines for one behind text.
      if next(upTo: 12) == 0 { page += "\n\n| a | b |\n|---|---|\n| c | `d` |\n\n" }
      for _ in 0..<next(upTo: 5) { page += Self.fragments[next(upTo: Self.fragments.count)] }
      page += next(upTo: 3) == 0 ? "\n\n" : "\n"
    }
    return page
  }
}
