import FixtureSupport
import Foundation
import FrontMatterParsing
import Testing
import TextOffsets

/// The project's own cases: `Fixtures/frontmatter`.
@Suite("Cases of our own")
struct FixtureCaseTests {
  struct ValueCase: Decodable {
    let name: String
    let content: String
    let value: [String: JSONValue]
  }

  @Test(
    "values of every production",
    arguments: [("yaml", "---\n"), ("toml", "+++\n"), ("json", ";;;\n")])
  func values(syntax: String, fence: String) throws {
    for test in try Fixture.lines("frontmatter/\(syntax).jsonl", as: ValueCase.self) {
      do {
        let matter = try #require(try FrontMatter(in: fence + test.content + fence + "正文"), "\(test.name)")
        let value = JSONValue(matter.data)
        #expect(value == .object(test.value), "\(syntax): \(test.name)")
      } catch {
        Issue.record("\(syntax): \(test.name): \(error)")
      }
    }
  }

  struct FaultCase: Decodable {
    let name: String
    let page: String
    let code: String
    let start: Int
    let line: Int
    let column: Int
    let fixed: String?
  }

  @Test("errors name the cause and the place, and offer the fix")
  func errors() throws {
    for test in try Fixture.lines("frontmatter/errors.jsonl", as: FaultCase.self) {
      do throws(FrontMatterError) {
        let matter = try FrontMatter(in: test.page)
        Issue.record("\(test.name): read as \(String(describing: matter?.data.value))")
      } catch {
        #expect(error.code.rawValue == test.code, "\(test.name)")
        #expect(error.range.start == test.start, "\(test.name)")
        #expect(error.position == LineTable.Position(line: test.line, column: test.column), "\(test.name)")
        #expect(error.message.contains("; "), "\(test.name)")
        guard let fixed = test.fixed else { continue }
        #expect(error.fix?.applied(to: test.page) == fixed, "\(test.name)")
        #expect((try? FrontMatter(in: fixed)) ?? nil != nil, "\(test.name)")
      }
    }
  }

  @Test("warnings do, too, and the fix removes them without changing the data")
  func warnings() throws {
    for test in try Fixture.lines("frontmatter/warnings.jsonl", as: FaultCase.self) {
      let matter = try #require(try FrontMatter(in: test.page), "\(test.name)")
      #expect(matter.warnings.count == 1, "\(test.name)")
      let warning = try #require(matter.warnings.first)
      #expect(warning.code.rawValue == test.code, "\(test.name)")
      #expect(warning.range.start == test.start, "\(test.name)")
      let position = LineTable(test.page).position(of: warning.range.start)
      #expect(position == LineTable.Position(line: test.line, column: test.column), "\(test.name)")
      let fixed = try #require(warning.fix?.applied(to: test.page), "\(test.name)")
      #expect(fixed == test.fixed, "\(test.name)")
      // A continued text that was meant as a key becomes an error until it is moved left.
      guard warning.code != .fullWidthColon else { continue }
      let repaired = try #require(try FrontMatter(in: fixed), "\(test.name)")
      #expect(repaired.warnings == [], "\(test.name)")
      if warning.code != .curlyQuotes { #expect(repaired.data.value == matter.data.value, "\(test.name)") }
    }
  }
}

extension FrontMatter.Fix {
  func applied(to page: String) -> String {
    String(page[UTF8Range(start: 0, end: range.start)]) + replacement
      + String(page[UTF8Range(start: range.end, end: page.utf8.count)])
  }
}

/// A JSON value that compares.
indirect enum JSONValue: Decodable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(_ node: FrontMatter.Node) {
    switch node.kind {
    case .null: self = .null
    case .boolean: self = .boolean(node.boolean!)
    case .integer, .float: self = .number(node.double!)
    case .string, .timestamp: self = .string(node.string!)
    case .sequence: self = .array(node.elements.map { JSONValue($0) })
    case .mapping:
      self = .object(
        Dictionary(node.entries.map { ($0.key.string ?? "", JSONValue($0.value)) }, uniquingKeysWith: { $1 }))
    }
  }
}
