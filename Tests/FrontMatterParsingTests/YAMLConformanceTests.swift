import FixtureSupport
import Foundation
import FrontMatterParsing
import Testing

/// The cases of yaml-test-suite, where they are at hand.
struct YAMLConformanceTests {
  struct Case: Decodable {
    let id: String
    let name: String
    let yaml: String
    let error: Bool
    let json: String?
  }

  static let cases = LocalData.shared("conformance/yaml-test-suite.jsonl")
    .flatMap { try? JSONLines.decode(Data(contentsOf: $0), as: Case.self) }

  @Test(.enabled(if: cases != nil, "../shared/conformance is not at hand"))
  func invalidDocumentsAreRejected() throws {
    let accepted = try #require(Self.cases).filter { $0.error && (try? YAMLStream.documents(of: $0.yaml)) != nil }
    #expect(accepted.map(\.id) == [])
  }

  @Test(.enabled(if: cases != nil, "../shared/conformance is not at hand"))
  func validDocumentsAreRead() throws {
    var failures: [String] = []
    for test in try #require(Self.cases) where !test.error {
      do {
        _ = try YAMLStream.documents(of: test.yaml)
      } catch {
        failures.append("\(test.id): \(error)")
      }
    }
    #expect(failures == [])
  }

  @Test(.enabled(if: cases != nil, "../shared/conformance is not at hand"))
  func valuesEqualTheExpectedJSON() throws {
    var differing: [String] = []
    var compared = 0
    for test in try #require(Self.cases) {
      guard !test.error, let json = test.json, let documents = try? YAMLStream.documents(of: test.yaml) else {
        continue
      }
      compared += 1
      let expected = try JSONSequence.values(json)
      let actual = documents.map(\.plainValue)
      if !NSArray(array: expected).isEqual(to: actual) { differing.append("\(test.id): \(actual) for \(expected)") }
    }
    #expect(differing == [])
    #expect(compared == 279)
  }
}

/// JSON values that follow each other, as the test suite writes the documents of a stream.
private enum JSONSequence {
  static func values(_ text: String) throws -> [Any] {
    var values: [Any] = []
    var pending = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      pending += line + "\n"
      if let value = try? JSONSerialization.jsonObject(with: Data(pending.utf8), options: .fragmentsAllowed) {
        values.append(value)
        pending = ""
      }
    }
    return values
  }
}

extension FrontMatter.Node {
  /// The value as Foundation's JSON objects; dates are text there.
  var plainValue: Any {
    switch kind {
    case .null: NSNull()
    case .boolean: boolean!
    case .integer: integer!
    case .float: double!
    case .string, .timestamp: string!
    case .sequence: elements.map(\.plainValue)
    case .mapping:
      Dictionary(entries.map { ($0.key.string ?? "", $0.value.plainValue) }, uniquingKeysWith: { $1 })
    }
  }
}
