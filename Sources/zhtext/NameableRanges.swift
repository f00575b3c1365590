import FrontMatterParsing
import MarkupScanning
import TextOffsets

/// The parts of a page in which names are looked for.
enum NameableRanges {
  /// The keys of front matter whose values people read.
  private static let proseKeys: Set<String> = [
    "title", "subtitle", "author", "authors", "editor", "source", "summary", "description", "excerpt", "lead",
    "subject",
    "标题", "副标题", "作者", "编辑", "来源", "摘要", "简介", "导语", "主持人", "嘉宾",
  ]

  /// What to mask for the recognizer: code, addresses, link targets, tags and keys; not the prose of the page, the titles
  /// and authors in its front matter, and the names wiki links are made of.
  static func masks(in text: String) -> [UTF8Range] {
    // A block that cannot be read has no values to look into; `zhtext front-matter` says why.
    masks(in: text, PageMarkup(scanning: text), (try? FrontMatter(in: text)) ?? nil)
  }

  /// The same for a page whose structure and front matter are known.
  static func masks(in text: String, _ page: PageMarkup, _ matter: FrontMatter?) -> [UTF8Range] {
    var open = page.proseRanges
    for link in page.inlines where link.kind == .wikiLink && link.content.isEmpty && link.range.count > 4 {
      open.append(UTF8Range(start: link.range.start + 2, end: link.range.end - 2))
    }
    if let matter {
      for entry in matter.data.entries where proseKeys.contains(entry.key.string?.lowercased() ?? "") {
        open += texts(of: entry.value)
      }
    }
    return complement(of: open.sorted(), in: text)
  }

  private static func texts(of node: FrontMatter.Node) -> [UTF8Range] {
    switch node.kind {
    case .string: [node.range]
    case .sequence: node.elements.flatMap(texts(of:))
    default: []
    }
  }

  private static func complement(of ranges: [UTF8Range], in text: String) -> [UTF8Range] {
    var masks: [UTF8Range] = []
    var end = 0
    for range in ranges {
      if range.start > end { masks.append(UTF8Range(start: end, end: range.start)) }
      end = max(end, range.end)
    }
    if end < text.utf8.count { masks.append(UTF8Range(start: end, end: text.utf8.count)) }
    return masks
  }
}
