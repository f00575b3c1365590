import FixtureSupport
import Foundation
import FrontMatterParsing
import Testing

/// The cases of toml-test, where they are at hand.
@Suite("toml-test", .enabled(if: LocalData.shared("conformance") != nil, "../shared/conformance is not at hand"))
struct TOMLConformanceTests {
  struct Case: Decodable {
    let id: String
    let valid: Bool
    let toml: String?
    let json: TaggedValue?
  }

  @Test(
    "every valid document is read as expected, every invalid one rejected",
    arguments: [("1.0.0", TOMLVersion.v1_0, 709), ("1.1.0", .v1_1, 712)])
  func conformance(name: String, version: TOMLVersion, count: Int) throws {
    let url = try #require(LocalData.shared("conformance/toml-test-\(name).jsonl"))
    let cases = try JSONLines.decode(Data(contentsOf: url), as: Case.self)
    var failures: [String] = []
    for test in cases {
      // The nine cases without text are not UTF-8: reading bytes refuses them.
      guard let toml = test.toml else { continue }
      do {
        let root = try TOMLDocument.root(of: toml, version: version)
        if !test.valid {
          failures.append("\(test.id): accepted")
        } else if let expected = test.json, !expected.matches(root) {
          failures.append("\(test.id): differs")
        }
      } catch {
        if test.valid { failures.append("\(test.id): \(error)") }
      }
    }
    #expect(failures == [])
    #expect(cases.count == count)
  }
}

/// A value as toml-test writes it: scalars are `{"type": …, "value": …}`.
indirect enum TaggedValue: Decodable {
  case scalar(type: String, value: String)
  case array([TaggedValue])
  case table([String: TaggedValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let array = try? container.decode([TaggedValue].self) {
      self = .array(array)
    } else if let scalar = try? container.decode([String: String].self), scalar.count == 2, let type = scalar["type"],
      let value = scalar["value"]
    {
      self = .scalar(type: type, value: value)
    } else {
      self = .table(try container.decode([String: TaggedValue].self))
    }
  }

  func matches(_ node: FrontMatter.Node) -> Bool {
    switch self {
    case .array(let elements):
      return node.kind == .sequence && node.count == elements.count
        && zip(elements, node.elements).allSatisfy { $0.matches($1) }
    case .table(let entries):
      return node.kind == .mapping && node.count == entries.count
        && node.entries.allSatisfy { entry in entries[entry.key.string ?? ""]?.matches(entry.value) ?? false }
    case .scalar("string", let value): return node.kind == .string && node.string == value
    case .scalar("bool", let value): return node.boolean.map(String.init) == value
    case .scalar("integer", let value): return node.integer.map(String.init) == value
    case .scalar("float", let value):
      guard node.kind == .float, let double = node.double else { return false }
      return double.isNaN ? value.contains("nan") : double == Double(value)
    case .scalar(let type, let value):
      guard node.kind == .timestamp, let timestamp = node.timestamp, let expected = FrontMatter.Timestamp(value) else {
        return false
      }
      let actual =
        timestamp.date == nil
        ? "time-local"
        : timestamp.time == nil ? "date-local" : timestamp.offsetMinutes == nil ? "datetime-local" : "datetime"
      return type == actual && timestamp.date == expected.date && timestamp.time == expected.time
        && timestamp.offsetMinutes == expected.offsetMinutes
    }
  }
}
