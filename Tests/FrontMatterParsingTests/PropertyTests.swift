import FrontMatterParsing
import Testing
import TextOffsets
import Yams

@Suite("Properties over generated pages")
struct PropertyTests {
  @Test("what was written in any mixture of styles is read, by us and by Yams")
  func reading() throws {
    for seed in 0..<generatedPages {
      var choices = Choices(seed: seed)
      let data = Generated.mapping(&choices, count: Int.random(in: 1...6, using: &choices), depth: 3)
      var styled = StyledYAML(choices: choices, lineBreak: seed % 4 == 0 ? "\r\n" : "\n")
      let page = styled.page(data)
      let matter = try #require(try FrontMatter(in: page), "\(page)")
      guard matter.data.value == data else {
        Issue.record("seed \(seed): \(matter.data.value) for \(data) in\n\(page)")
        return
      }
      let content = String(page[matter.block.contentRange])
      let oracle = try #require(try Yams.compose(yaml: content))
      #expect(matter.data.matches(oracle), "seed \(seed):\n\(page)")
      #expect(String(page[matter.bodyRange]).hasSuffix("正文\(styled.lineBreak)---\(styled.lineBreak)"))
    }
  }

  @Test("what is written in a syntax reads back the same", arguments: FrontMatter.Syntax.allCases)
  func writing(syntax: FrontMatter.Syntax) throws {
    for seed in 0..<generatedPages {
      var choices = Choices(seed: seed + 1_000_000)
      let data = Generated.mapping(&choices, count: 5, depth: 3)
      let page = try FrontMatter.text(of: data, syntax: syntax)
      let matter = try #require(try FrontMatter(in: page), "\(page)")
      #expect(matter.warnings.allSatisfy { $0.code == .fullWidthColon || $0.code == .curlyQuotes }, "\(page)")
      // JSON has no dates: they are texts there. TOML writes tables behind the rest.
      let read = matter.data.value.comparable(as: syntax)
      guard read == data.comparable(as: syntax) else {
        Issue.record("seed \(seed): \(read) for \(data) in\n\(page)")
        return
      }
    }
  }

  @Test("an edit changes what it should and no other line or value", arguments: FrontMatter.Syntax.allCases)
  func editing(syntax: FrontMatter.Syntax) throws {
    var changed = 0
    for seed in 0..<generatedPages {
      var choices = Choices(seed: seed + 2_000_000)
      let data = Generated.mapping(&choices, count: Int.random(in: 2...6, using: &choices), depth: 3)
      var styled = StyledYAML(choices: choices, lineBreak: seed % 4 == 0 ? "\r\n" : "\n")
      let page = syntax == .yaml ? styled.page(data) : try FrontMatter.text(of: data, syntax: syntax) + "正文\n"
      var editor = try FrontMatterEditor(page)
      let before = try #require(editor.matter).data.value
      guard case .mapping(let entries) = before else { continue }
      let entry = choices.one(of: entries)
      let path = FrontMatter.Path(steps: [entry.key])
      let node = try #require(editor.matter?.data.entry(entry.key))
      var expected = entries
      let index = try #require(entries.firstIndex { $0.key == entry.key })
      let operation = Int.random(in: 0..<4, using: &choices)
      do throws(FrontMatterEditError) {
        switch operation {
        case 0:
          let value = Generated.value(&choices, depth: 2)
          expected[index].value = value
          try editor.set(path, to: value)
        case 1:
          expected.remove(at: index)
          try editor.remove(path)
        case 2:
          expected[index].key = "新键"
          try editor.rename(path, to: "新键")
        default:
          expected.append(FrontMatter.Value.Entry(key: "新键", value: .sequence(["a", 1])))
          try editor.append("a", to: FrontMatter.Path(steps: ["新键"]))
          try editor.append(1, to: FrontMatter.Path(steps: ["新键"]))
        }
      } catch {
        // Tables with headers are not replaced by a value; everything else has to work.
        guard syntax == .toml && error.code == .notRepresentable else {
          Issue.record("seed \(seed), operation \(operation), \(path): \(error)\n\(page)")
          return
        }
        #expect(editor.text == page)
        continue
      }
      changed += 1
      let after = try #require(editor.matter).data.value
      guard after.comparable(as: syntax) == FrontMatter.Value.mapping(expected).comparable(as: syntax) else {
        Issue.record("seed \(seed), operation \(operation): \(after) for \(expected) in\n\(page)became\n\(editor.text)")
        return
      }
      // A table stands under several headers.
      if syntax == .toml && (operation == 1 || operation == 2) && node.value.kind == .mapping { continue }
      let keptLines = Lines.outside(node, of: page)
      guard Lines.contains(editor.text, keptLines, allowing: operation == 3 || syntax == .json ? 2 : 0) else {
        Issue.record(
          "seed \(seed), operation \(operation), \(path): other lines changed in\n\(page)became\n\(editor.text)")
        return
      }
    }
    #expect(changed > generatedPages / 2)
  }
}

/// The lines of pages, compared.
private enum Lines {
  /// The lines that the entry is not on.
  static func outside(_ entry: FrontMatter.Node.Entry, of page: String) -> [String] {
    let lines = LineTable(page)
    let first = lines.line(at: entry.key.range.start)
    let last = lines.line(at: max(entry.value.range.end, entry.key.range.end))
    return (1...lines.count).filter { $0 < first || $0 > last }.map { String(page[lines.range(ofLine: $0)]) }
  }

  /// Whether `kept` are lines of `page` in this order, but for a few.
  static func contains(_ page: String, _ kept: [String], allowing missing: Int) -> Bool {
    let lines = LineTable(page)
    var rest = (1...lines.count).map { String(page[lines.range(ofLine: $0)]) }[...]
    var lost = 0
    for line in kept {
      if let index = rest.firstIndex(of: line) { rest = rest[(index + 1)...] } else { lost += 1 }
    }
    return lost <= missing
  }
}

extension FrontMatter.Value {
  /// The value without what a syntax cannot keep: dates in JSON, the order of keys in TOML.
  fileprivate func comparable(as syntax: FrontMatter.Syntax) -> FrontMatter.Value {
    switch self {
    case .timestamp(let timestamp) where syntax == .json: .string(timestamp.text)
    case .sequence(let elements): .sequence(elements.map { $0.comparable(as: syntax) })
    case .mapping(let entries):
      .mapping(
        (syntax == .toml ? entries.sorted { $0.key < $1.key } : entries).map {
          Entry(key: $0.key, value: $0.value.comparable(as: syntax))
        })
    default: self
    }
  }
}

extension FrontMatter.Node {
  /// Whether Yams read the same structure with the same texts.
  fileprivate func matches(_ oracle: Yams.Node) -> Bool {
    switch oracle {
    case .scalar(let scalar):
      kind != .sequence && kind != .mapping && (string ?? "") == (kind == .null ? "" : scalar.string)
    case .sequence(let sequence):
      kind == .sequence && count == sequence.count && zip(elements, sequence).allSatisfy { $0.matches($1) }
    case .mapping(let mapping):
      kind == .mapping && count == mapping.count
        && zip(entries, mapping).allSatisfy { $0.key.matches($1.key) && $0.value.matches($1.value) }
    case .alias: false
    }
  }
}
