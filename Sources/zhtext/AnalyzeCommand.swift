import ArgumentParser
import FrontMatterParsing

/// `zhtext analyze`: everything the engines find in a page.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Show what a page is and whom it speaks of: metadata, script, sentences, words, entities.",
    discussion: """
      For example, a summary, and a page to look at in a browser:
        echo '中关村论坛上，智谱发布了新模型。' | zhtext analyze
        zhtext analyze --format html article.md > article.html
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, html
  }

  @Option(help: "text: a summary; json: all results with their places; html: one self-contained page.")
  var format = Format.text

  @OptionGroup var input: InputOptions
  @OptionGroup var stream: StreamOptions

  func run() throws {
    let analyzer = PageAnalyzer()
    if stream.ndjson {
      return try stream.run(as: "analyze", input) {
        { document, json in analyzer.analyze(document).write(&json, namesFile: false) }
      }
    }
    var isFirst = true
    try input.forEachDocument { document, output in
      let page = analyzer.analyze(document)
      if let error = page.frontMatterError {
        Diagnostics.warn("\(document.name):\(error.position)", "\(error.message); it is read as text")
      }
      switch format {
      case .text: try output.write((isFirst ? "" : "\n") + page.summary(colored: output.isTerminal))
      case .json: try output.line { page.write(&$0, namesFile: true) }
      case .html: try output.write((isFirst ? HTMLReport.head : "") + page.html())
      }
      isFirst = false
    }
  }
}
