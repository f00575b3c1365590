import ArgumentParser
import ScriptConversion
import ScriptConversionTables
import TextOffsets

/// `zhtext detect-script`: Simplified, Traditional, mixed or neither.
struct DetectScriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect-script",
    abstract: "Tell Simplified, Traditional, mixed and Japanese text apart, with the evidence.",
    discussion: """
      For example:
        echo '這里的軟體' | zhtext detect-script
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "text: a line for people, and one for each span; json: an object.")
  var format = Format.text

  @OptionGroup var input: InputOptions
  @OptionGroup var stream: StreamOptions

  func run() throws {
    let detector = ScriptDetector(tables: .openCC)
    if stream.ndjson {
      return try stream.run(as: "detect-script", input) {
        { document, json in json.write(detector.detect(document.text), of: document.text) }
      }
    }
    try input.forEachDocument { document, output in
      let report = detector.detect(document.text)
      switch format {
      case .json: try output.line { $0.write(report, of: document.text) }
      case .text: try output.write(report.summary(of: document))
      }
    }
  }
}

extension JSONWriter {
  /// Writes a report as an object.
  mutating func write(_ report: ScriptReport, of text: String) {
    object { json in
      json.member("script", report.script.rawValue)
      if let region = report.region { json.member("region", region.rawValue) }
      json.member("confidence", report.confidence)
      json.key("counts")
      json.object {
        $0.member("simplified", report.counts.simplified)
        $0.member("traditional", report.counts.traditional)
        $0.member("taiwan", report.counts.taiwan)
        $0.member("hongKong", report.counts.hongKong)
        $0.member("shared", report.counts.shared)
        $0.member("kana", report.counts.kana)
        $0.member("japanese", report.counts.japanese)
      }
      json.key("spans")
      json.array { json in
        for span in report.spans {
          json.object {
            $0.members(of: span.range)
            $0.member("script", span.script.rawValue)
            $0.member("count", span.count)
          }
        }
      }
      json.key("terms")
      json.array { json in
        for term in report.terms {
          json.object {
            $0.members(of: term.range)
            $0.member("text", text[term.range])
            $0.member("usage", term.isTaiwanese ? "taiwan" : "mainland")
            $0.member("counterpart", term.counterpart)
          }
        }
      }
    }
  }
}

extension ScriptReport {
  /// The report for people: a line, and where the scripts change or terms surprise, a line for each.
  fileprivate func summary(of document: Document) -> String {
    let lines = LineTable(document.text)
    let region = region.map { $0 == .taiwan ? " (Taiwan)" : " (Hong Kong)" } ?? ""
    var result =
      "\(document.name): \(script.rawValue)\(region), confidence \((confidence * 100).rounded() / 100): "
      + "\(counts.simplified) simplified, \(counts.traditional) traditional, \(counts.shared) shared characters\n"
    for span in spans where spans.count > 1 {
      let position = lines.position(of: span.range.start)
      let sample = document.text[span.range].prefix(16).filter { !$0.isNewline }
      result += "\(document.name):\(position): \(span.script.rawValue), \(span.count): \(sample)\n"
    }
    for term in terms where term.isTaiwanese == (script == .simplified) {
      let usage = term.isTaiwanese ? "Taiwan's word for" : "the mainland's word for"
      let position = lines.position(of: term.range.start)
      result += "\(document.name):\(position): \(document.text[term.range]): \(usage) \(term.counterpart)\n"
    }
    return result
  }
}
