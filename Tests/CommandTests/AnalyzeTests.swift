import FixtureSupport
import Foundation
import Testing

/// `zhtext analyze` over the pages of Fixtures.
@Suite struct AnalyzeTests {
  struct Expected: Decodable {
    let page: String
    let encoding: String
    let syntax: String?
    let title: String
    let date: String?
    let script: String
  }

  struct Range: Decodable {
    let start: Int
    let end: Int
  }

  struct Result: Decodable {
    struct Matter: Decodable { let syntax: String, start: Int, end: Int }
    struct Script: Decodable {
      struct Counts: Decodable { let simplified: Int, traditional: Int }
      let script: String
      let counts: Counts
    }
    struct Sentence: Decodable { let start: Int, end: Int, kind: String, text: String }
    struct Entity: Decodable {
      let start: Int, end: Int, text: String, id: String, type: String, name: String, kind: String
    }

    let file: String
    let encoding: String
    let title: String?
    let date: String?
    let frontMatter: Matter?
    let script: Script
    let prose: [Range]
    let sentences: [Sentence]
    let tokens: [Range]
    let entities: [Entity]
  }

  private static let pages: [Expected] = (try? Fixture.lines("articles.jsonl")) ?? []

  @Test func factsOfEachPage() throws {
    try #require(Self.pages.count >= 8)
    let paths = Self.pages.map { Fixture.url("articles/" + $0.page).path }
    let run = try CommandRun(["analyze", "--format", "json"] + paths)
    #expect(run.status == 0 && run.errors.isEmpty)
    let results = try JSONLines.decode(Data(run.output), as: Result.self)
    #expect(results.map(\.file) == paths)
    for (expected, result) in zip(Self.pages, results) {
      #expect(result.encoding == expected.encoding)
      #expect(result.frontMatter?.syntax == expected.syntax, "\(expected.page)")
      #expect(result.date == expected.date, "\(expected.page)")
      #expect(result.title == expected.title, "\(expected.page)")
      if expected.script == "mixed" {
        #expect(result.script.counts.simplified > 0 && result.script.counts.traditional > 0, "\(expected.page)")
      } else {
        #expect(result.script.script == expected.script, "\(expected.page)")
      }
      let text = Array(try CommandRun(["decode", result.file]).output)
      // Pieces join to the body; ranges are of the decoded text.
      var end = result.frontMatter?.end ?? 0
      for sentence in result.sentences {
        #expect(sentence.start == end)
        #expect(Array(sentence.text.utf8) == Array(text[sentence.start..<sentence.end]))
        end = sentence.end
      }
      #expect(end == text.count, "\(expected.page)")
      // Tokens join to the prose.
      var tokens = result.tokens[...]
      for range in result.prose {
        var end = range.start
        while end < range.end, let token = tokens.popFirst() {
          #expect(token.start == end)
          end = token.end
        }
        #expect(end == range.end)
      }
      #expect(tokens.isEmpty)
      for entity in result.entities {
        #expect(Array(entity.text.utf8) == Array(text[entity.start..<entity.end]))
        let isInMatter = entity.end <= result.frontMatter?.end ?? 0
        #expect(isInMatter || result.prose.contains { $0.start <= entity.start && entity.end <= $0.end }, "\(entity)")
      }
    }
  }

  @Test func summary() throws {
    let run = try CommandRun(["analyze", Fixture.url("articles/hugo-post.md").path])
    for line in [
      "  Title      一间机房的夏天：当大模型学会省电", "  Date       2026-07-18T09:30:00+08:00", "  Metadata   YAML, 11 keys",
    ] {
      #expect(run.text.contains(line + "\n"), "\(run.text)")
    }
    #expect(run.text.contains("company"))
    #expect(!run.text.contains("\u{1B}"), "colour is for terminals")
  }

  @Test func controlCharactersDoNotReachTheTerminal() throws {
    let run = try CommandRun(["analyze"], input: "# \u{1B}]0;x\u{7}标题\u{1B}[31m\n\n正文。\n")
    #expect(!run.output.contains(0x1B) && !run.output.contains(0x07))
  }

  @Test func htmlIsSelfContainedAndEscaped() throws {
    let page = "---\ntitle: \"<script>alert(1)</script>\"\n---\n英伟达<b>说</b>：“1 < 2 & 3”。\n\n```\n</div>\n```\n"
    let run = try CommandRun(["analyze", "--format", "html"], input: page)
    #expect(run.text.hasPrefix("<!DOCTYPE html>"))
    #expect(!run.text.contains("<script") && !run.text.contains("src=") && !run.text.contains("href="))
    #expect(run.text.contains("<mark class=\"company\" title=") && run.text.contains("1 &lt; 2 &amp; 3"))
    for tag in ["span", "mark", "div", "table", "article"] {
      let opened = run.text.components(separatedBy: "<\(tag)").count
      #expect(opened == run.text.components(separatedBy: "</\(tag)>").count, "\(tag)")
    }
  }

  @Test func brokenMetadataIsReadAsText() throws {
    let run = try CommandRun(["analyze", "--format", "json"], input: "---\ntitle: [a\n---\n正文。\n")
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("<stdin>:"))
    #expect(run.text.contains("\"frontMatter\":{\"error\":"))
    #expect(run.text.contains("title: [a"))
  }
}
