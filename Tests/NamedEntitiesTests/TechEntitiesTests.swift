import FixtureSupport
import Foundation
import NamedEntities
import TechEntities
import Testing
import TextOffsets

/// The built-in dictionary.
@Suite struct TechEntitiesTests {
  @Test func `it holds what it promises`() {
    let least: [EntityType: Int] = [
      .person: 600, .company: 800, .product: 700, .organisation: 300, .technology: 100, .event: 40, .work: 20,
      .place: 200,
    ]
    var counts: [EntityType: Int] = [:]
    for entity in TechEntities.dictionary.entities { counts[entity.type, default: 0] += 1 }
    for (type, count) in least { #expect(counts[type, default: 0] >= count, "\(type)") }
    #expect(TechEntities.dictionary.count >= 3000)
  }

  @Test func `its sources have no errors and are sorted`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/CTechEntities/data")
    var ids = Set<String>()
    for type in EntityType.allCases {
      let text = try String(contentsOf: folder.appending(path: "\(type).jsonl"), encoding: .utf8)
      let source = DictionarySource(jsonLines: text)
      #expect(source.problems.isEmpty, "\(type): \(source.problems)")
      let own = source.entries.map(\.entry.id)
      #expect(
        zip(own, own.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "\(type).jsonl is sorted")
      for id in own { #expect(ids.insert(id).inserted, "\(id) comes twice") }
    }
  }

  @Test func `it opens at once`() {
    // Everything but the first access to the memory's pages; a decoded dictionary would take a hundred times as long.
    let time = ContinuousClock().measure { #expect(TechEntities.dictionary.count > 0) }
    #expect(time < .milliseconds(50))
  }

  @Test func `it finds a company in any script`() {
    let mentions = EntityRecognizer(TechEntities.dictionary).mentions(in: "華為、华为、HUAWEI、Ｈuawei")
    #expect(mentions.map(\.entityID) == Array(repeating: "com.huawei", count: 4))
  }

  @Test func `a mapped file is the same dictionary`() throws {
    let file = URL.temporaryDirectory.appending(path: "zhtext-entities-\(UInt64.random(in: 0 ... .max)).artifact")
    defer { try? FileManager.default.removeItem(at: file) }
    let some = Array(TechEntities.dictionary.entities.prefix(200))
    try Data(EntityDictionary.compile(some)).write(to: file)
    let mapped = try EntityDictionary(mapping: file.path)
    #expect(Array(mapped.entities) == some)
    try Data("no dictionary".utf8).write(to: file)
    #expect(throws: EntityDictionaryError.self) { try EntityDictionary(mapping: file.path) }
    #expect(throws: EntityDictionaryError.self) { try EntityDictionary(mapping: file.path + ".none") }
  }
}

/// Labelled mentions in articles that are not part of the repository.
@Suite struct LabelledMentionsTests {
  private struct Label: Decodable {
    let file: String
    let start: Int
    let end: Int
    let surface: String
    let type: String
    let canon: String

    var entityType: EntityType? {
      let types: [String: EntityType] = [
        "PER": .person, "COM": .company, "ORG": .organisation, "PROD": .product, "LOC": .place, "EVENT": .event,
        "WORK": .work, "TECH": .technology,
      ]
      return types[type]
    }
  }

  /// What nobody reads as prose in the labelled articles: addresses, keys, tags, handles.
  private static let opaque =
    #"https?://[^\s)）"]+|[\w.]+@[\w.]+|^\w+(?=:)|^\[qq\]\(|lanxue\w+|^  - ".*"$|\[\[00-元语/(?!数字)[^\]]*"#

  @Test func `spans, types and canonical names are those of the labels`() throws {
    guard let folder = LocalData.shared("gold/entities"), let seeds = LocalData.shared("seeds") else {
      print("skipped: ../shared/gold/entities is not here")
      return
    }
    let recognizer = EntityRecognizer(TechEntities.dictionary)
    var options = EntityRecognizer.Options()
    options.findsNestedNames = true
    var (labelled, found, typed, named) = (0, 0, 0, 0)
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      let labels: [Label] = try JSONLines.decode(Data(contentsOf: file))
      guard let page = labels.first?.file else { continue }
      let text = try String(contentsOf: seeds.appending(path: page), encoding: .utf8)
      let mentions = recognizer.mentions(in: text, masking: try masks(of: text), options: options)
      var rest = Dictionary(mentions.map { ($0.range, $0) }) { first, _ in first }
      labelled += labels.count
      found += mentions.count
      for label in labels {
        let mention = rest[UTF8Range(start: label.start, end: label.end)]
        guard let mention, mention.type == label.entityType else {
          print("missed: \(page) \(label.start) \(label.surface) \(label.type)")
          continue
        }
        rest[mention.range] = nil
        typed += 1
        named += mention.name == label.canon ? 1 : 0
        if mention.name != label.canon { print("named: \(label.surface) \(mention.name), not \(label.canon)") }
      }
      for mention in rest.values.sorted(by: { $0.range < $1.range }) {
        print("too many: \(page) \(mention.range.start) \(text[mention.range]) \(mention.type) \(mention.level)")
      }
    }
    let f1 = { (right: Int) in 2 * Double(right) / Double(labelled + found) }
    print("labelled \(labelled), found \(found): F1 \(f1(typed)) with types, \(f1(named)) with canonical names")
    #expect(f1(typed) >= 0.98)
    #expect(f1(named) >= 0.97)
  }

  private func masks(of text: String) throws -> [UTF8Range] {
    let expression = try NSRegularExpression(pattern: Self.opaque, options: [.anchorsMatchLines])
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
      Range(match.range, in: text).map {
        UTF8Range(
          start: text.utf8.distance(from: text.startIndex, to: $0.lowerBound),
          end: text.utf8.distance(from: text.startIndex, to: $0.upperBound))
      }
    }
  }
}
