import FrontMatterParsing
import NamedEntities
import ScriptConversion
import SentenceSegmentation
import TextOffsets

/// Pages as one self-contained HTML file: no scripts, and nothing to load.
enum HTMLReport {
  /// What stands before the first page.
  static let head = """
    <!DOCTYPE html>
    <html lang="zh">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>zhtext analyze</title>
    <style>
    body { margin: 2em auto; max-width: 46em; padding: 0 1em; line-height: 1.8; color: #222; background: #fff;
      font-family: "Noto Serif CJK SC", "Songti SC", serif }
    article + article { margin-top: 4em; border-top: 1px solid #ccc }
    table { border-collapse: collapse; font-size: .85em; line-height: 1.4; margin: 1em 0 }
    th, td { text-align: left; vertical-align: top; padding: .2em .8em .2em 0; border-bottom: 1px solid #eee }
    th { font-weight: normal; color: #777 }
    .text { white-space: pre-wrap; overflow-wrap: anywhere }
    .heading { font-weight: bold } .label, .caption { color: #777 } .other { color: #aaa; font-size: .85em }
    .text > span::after { content: "|"; color: #d33; font-size: .7em; vertical-align: super }
    .text > .other::after { content: none }
    mark { color: inherit; border-radius: .2em; padding: 0 .1em }
    .person { background: #fde2b3 } .company { background: #cfe3ff } .organisation { background: #d5f2e3 }
    .product { background: #f6d3e6 } .place { background: #e9e4c8 } .event { background: #e2d9f7 }
    .work { background: #f7d9d0 } .technology { background: #d6eef2 }
    @media (prefers-color-scheme: dark) { body { background: #1b1b1b; color: #ddd } mark { color: #111 }
      th, td { border-color: #333 } }
    </style>

    """

  /// Writes text so that it means nothing to HTML; control characters that HTML forbids become U+FFFD.
  static func escape(_ text: some StringProtocol) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t", "\r": escaped.unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .control: escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension PageAnalysis {
  /// The page as an article: its metadata and entities as tables, its text with entities coloured by type and a mark
  /// behind each sentence.
  func html() -> String {
    let facts = PageFacts(self)
    let escape = HTMLReport.escape(_:) as (String) -> String
    var html = "<article>\n<h1>\(escape(facts.title ?? document.name))</h1>\n<table>\n"
    for (key, value) in metadata { html += "<tr><th>\(escape(key))<td>\(escape(value))\n" }
    html += """
      <tr><th>file<td>\(escape(document.name)), \(document.encoding)
      <tr><th>script<td>\(script.script)
      <tr><th>length<td>\(facts.characterCount) characters, \(facts.hanCount) of them Han
      </table>
      <table>

      """
    for entity in facts.entities {
      html +=
        "<tr><td><mark class=\"\(entity.type)\">\(escape(entity.name))</mark><td>\(entity.type)<td>\(entity.count)"
      html += "<td>\(escape(entity.spellings.joined(separator: ", ")))\n"
    }
    return html + "</table>\n<div class=\"text\">\(markedText)</div>\n</article>\n"
  }

  /// The keys and values of the metadata, values of values by the path to them.
  private var metadata: [(String, String)] {
    var rows: [(String, String)] = []
    func add(_ path: String, _ node: FrontMatter.Node) {
      switch node.kind {
      case .mapping:
        for entry in node.entries { add(path + (path.isEmpty ? "" : ".") + (entry.key.string ?? ""), entry.value) }
      case .sequence where node.elements.allSatisfy { $0.string != nil }:
        rows.append((path, node.elements.compactMap(\.string).joined(separator: ", ")))
      case .sequence: for (index, element) in node.elements.enumerated() { add("\(path)[\(index)]", element) }
      default: rows.append((path, node.string ?? ""))
      }
    }
    if let frontMatter { add("", frontMatter.data) }
    return rows
  }

  /// The body with a `span` for each piece and a `mark` for each mention, cut where a piece ends within one.
  private var markedText: String {
    var html = ""
    var next = 0
    for sentence in sentences {
      html += "<span class=\"\(sentence.kind)\">"
      var done = sentence.range.start
      while next < mentions.count, mentions[next].range.start < sentence.range.end {
        let mention = mentions[next]
        next += 1
        // Nested mentions follow the one they lie in.
        guard mention.range.start >= done else { continue }
        html += HTMLReport.escape(text[UTF8Range(start: done, end: mention.range.start)])
        done = min(mention.range.end, sentence.range.end)
        let title = HTMLReport.escape("\(mention.name) (\(mention.entityID))")
        html += "<mark class=\"\(mention.type)\" title=\"\(title)\">"
        html += HTMLReport.escape(text[UTF8Range(start: mention.range.start, end: done)]) + "</mark>"
      }
      html += HTMLReport.escape(text[UTF8Range(start: done, end: sentence.range.end)]) + "</span>"
    }
    return html
  }
}
