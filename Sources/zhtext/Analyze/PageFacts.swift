import FrontMatterParsing
import MarkupScanning
import NamedEntities
import SentenceSegmentation
import TextOffsets

/// What a person wants to know of a page first.
struct PageFacts {
  /// The title, author and date as the metadata give them; the title else from the page's first heading or line.
  let title: String?
  let author: String?
  let date: String?
  let characterCount: Int
  let hanCount: Int
  let lineCount: Int
  let wordCount: Int
  /// The number of words that differ.
  let vocabularyCount: Int
  /// Pieces by kind, in the order of the kinds.
  let pieces: [(kind: Sentence.Kind, count: Int)]
  /// Entities by number of mentions, the most mentioned first.
  let entities: [Entry]

  /// An entity of the page.
  struct Entry {
    let id: String
    let name: String
    let type: EntityType
    var count = 0
    /// How the page writes it, in order of appearance.
    var spellings: [String] = []
  }

  init(_ page: PageAnalysis) {
    let data = page.frontMatter?.data
    func value(_ keys: [String]) -> String? {
      for key in keys {
        guard let text = data?[key].flatMap(Self.text), !text.isEmpty else { continue }
        return text
      }
      return nil
    }
    title = value(["title", "标题", "標題", "题目", "題目", "名称", "名稱"]) ?? Self.firstLine(page)
    author = value(["author", "authors", "作者", "主持人", "编辑", "編輯"])
    date = value(["date", "日期", "发布日期", "發佈日期", "發布日期", "时间", "時間", "published", "pubDate"])

    let scalars = page.text[page.bodyRange].unicodeScalars
    characterCount = scalars.count
    hanCount = scalars.count(where: \.isHan)
    lineCount = LineTable(page.text).count
    let words = page.tokens.lazy.filter(\.isWord).map { page.text[$0.range] }
    wordCount = words.count
    vocabularyCount = Set(words).count
    pieces = Sentence.Kind.allCases.compactMap { kind in
      let count = page.sentences.count { $0.kind == kind }
      return count == 0 ? nil : (kind, count)
    }

    var entries: [String: Entry] = [:]
    var order: [String] = []
    for mention in page.mentions {
      if entries[mention.entityID] == nil { order.append(mention.entityID) }
      let spelling = String(page.text[mention.range])
      entries[mention.entityID, default: Entry(id: mention.entityID, name: mention.name, type: mention.type)].count += 1
      if entries[mention.entityID]?.spellings.contains(spelling) == false {
        entries[mention.entityID]?.spellings.append(spelling)
      }
    }
    // The sort is stable, so that entities of equal count stay in the page's order.
    entities = order.compactMap { entries[$0] }.sorted { $0.count > $1.count }
  }

  /// A value in one line: a scalar, the name in a mapping, or the elements of a sequence.
  private static func text(of node: FrontMatter.Node) -> String? {
    switch node.kind {
    case .null: nil
    case .mapping: (node["name"] ?? node["姓名"]).flatMap(text)
    case .sequence: node.elements.compactMap(text).joined(separator: "、")
    default: node.string
    }
  }

  /// The marked title among a page's first texts, else the first of them.
  private static func firstLine(_ page: PageAnalysis) -> String? {
    let pieces = page.sentences.lazy.filter { $0.kind != .other }.prefix(4).map { page.text[$0.content] }
    let title = pieces.first { $0.hasPrefix("#") || $0.hasPrefix("【") } ?? pieces.first
    return title.map(\.plainTitle)
  }
}

extension Substring {
  /// A heading without the marks around it, in one line.
  fileprivate var plainTitle: String {
    let marks: Set<Character> = ["#", "*", "=", "_", " "]
    let line = prefix { !$0.isNewline }
    return String(line.drop(while: marks.contains).reversed().drop(while: marks.contains).reversed())
  }
}

extension Unicode.Scalar {
  /// Whether the character is a Han character of the unified blocks.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3007: true
    default: false
    }
  }

  /// Whether terminals give the character two columns.
  var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
