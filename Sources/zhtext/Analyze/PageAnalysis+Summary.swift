import FrontMatterParsing
import NamedEntities
import ScriptConversion
import SentenceSegmentation
import TextDecoding

extension PageAnalysis {
  /// The page in a screenful: what it is, how long, and whom it speaks of.
  func summary(colored: Bool) -> String {
    let facts = PageFacts(self)
    let bold = colored ? "\u{1B}[1m" : ""
    let plain = colored ? "\u{1B}[0m" : ""
    var lines = ["\(bold)\(document.name.printable)\(plain)"]
    func line(_ label: String, _ text: String?) {
      if let text { lines.append("  " + label.padded(to: 10) + " " + text.printable) }
    }
    line("Title", facts.title)
    line("Author", facts.author)
    line("Date", facts.date)
    line("Metadata", frontMatter.map { "\($0.syntax.rawValue.uppercased()), \($0.data.count) keys" })
    line("Encoding", document.encoding.rawValue)
    line("Script", script.line)
    line(
      "Length",
      "\(facts.characterCount.grouped) characters (\(facts.hanCount.grouped) Han) in \(facts.lineCount.grouped) lines")
    line("Pieces", facts.pieces.map { "\($0.count) \($0.kind.name(for: $0.count))" }.joined(separator: ", "))
    line("Words", "\(facts.wordCount.grouped), of which \(facts.vocabularyCount.grouped) differ")
    line("Entities", "\(facts.entities.count) in \(mentions.count) mentions")
    if !facts.entities.isEmpty { lines += [""] + Self.table(facts.entities.prefix(15)) }
    if facts.entities.count > 15 { lines.append("  … and \(facts.entities.count - 15) more (--format json has all)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(_ entities: some Collection<PageFacts.Entry>) -> [String] {
    let nameWidth = max(6, entities.map { min(30, $0.name.columns) }.max() ?? 0)
    let head = "  " + "Entity".padded(to: nameWidth) + "  Type          Mentions  Written"
    return [head]
      + entities.map { entity in
        "  " + entity.name.printable.padded(to: nameWidth) + "  " + entity.type.rawValue.padded(to: 12)
          + "\(entity.count)".leftPadded(to: 10) + "  " + entity.spellings.prefix(4).joined(separator: ", ").printable
      }
  }
}

extension ScriptReport {
  /// The script and what speaks for it.
  fileprivate var line: String {
    let region = region.map { $0 == .taiwan ? ", Taiwan" : ", Hong Kong" } ?? ""
    return
      "\(script.rawValue)\(region) (\(counts.simplified.grouped) Simplified, \(counts.traditional.grouped) Traditional, "
      + "\(counts.shared.grouped) shared)"
  }
}

extension Sentence.Kind {
  /// What `count` pieces of the kind are called.
  fileprivate func name(for count: Int) -> String {
    let name = self == .listItem ? "list item" : "\(self)"
    return count == 1 || self == .other ? name : name + "s"
  }
}

extension Int {
  /// The number with commas between thousands.
  fileprivate var grouped: String {
    let digits = Array("\(self)")
    return digits.indices.map { ($0 > 0 && (digits.count - $0) % 3 == 0 ? "," : "") + String(digits[$0]) }.joined()
  }
}

extension String {
  /// The width on a terminal, where Han characters take two columns.
  fileprivate var columns: Int { unicodeScalars.reduce(0) { $0 + ($1.isWide ? 2 : 1) } }

  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }

  fileprivate func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - columns)) + self }

  /// The text in one line, without control characters that a terminal would obey.
  fileprivate var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
