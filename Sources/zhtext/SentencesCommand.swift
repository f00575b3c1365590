import ArgumentParser
import MarkupScanning
import SentenceSegmentation
import TextOffsets

/// `zhtext sentences`: one JSON object a sentence.
struct SentencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences",
    abstract: "Divide text into sentences, headings, labels and list items, with their places.",
    discussion: """
      The pieces of a text join to the text: each holds the white space behind it. For example:
        echo '“好看吗？”他问。她说：“好看。我看了两遍。”' | zhtext sentences --format lines
      """)

  enum Quotes: String, CaseIterable, ExpressibleByArgument {
    case split, atomic
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, lines
  }

  enum Markup: String, CaseIterable, ExpressibleByArgument {
    case auto, none
  }

  @Option(help: "Whether a sentence inside a quotation ends one: split, or atomic to keep quotations whole.")
  var quotes = Quotes.split

  @Flag(help: "Divide sentences into clauses.")
  var clauses = false

  @Option(help: ArgumentHelp("Divide pieces with more code points than this.", valueName: "n"))
  var maxLength: Int?

  @Option(help: "json: an object for each piece; lines: its text alone, on one line.")
  var format = Format.json

  @Option(help: "auto: read the text as a Markdown page; none: as plain text.")
  var markup = Markup.auto

  @OptionGroup var input: InputOptions
  @OptionGroup var stream: StreamOptions

  func validate() throws {
    if let maxLength, maxLength < 1 { throw ValidationError("--max-length must be at least 1") }
    if stream.ndjson, format == .lines { throw ValidationError("--ndjson writes JSON: leave --format lines out") }
  }

  func run() throws {
    let segmenter = SentenceSegmenter(
      quotations: quotes == .split ? .split : .atomic, unit: clauses ? .clause : .sentence, maximumLength: maxLength)
    if stream.ndjson {
      let readsMarkup = markup == .auto
      return try stream.run(as: "sentences", input) {
        { document, json in
          json.array { json in
            for sentence in segmenter.sentences(in: document.text, readingMarkup: readsMarkup) {
              json.object { $0.members(of: sentence, in: document.text) }
            }
          }
        }
      }
    }
    try input.forEachDocument { document, output in
      for sentence in segmenter.sentences(in: document.text, readingMarkup: markup == .auto) {
        switch format {
        case .json: try output.line { $0.object { $0.members(of: sentence, in: document.text) } }
        case .lines: try output.writeLine(document.text[sentence.content])
        }
      }
    }
  }
}

extension SentenceSegmenter {
  /// The pieces of a page, or of plain text.
  fileprivate func sentences(in text: String, readingMarkup: Bool) -> Sentences {
    sentences(in: text, structure: readingMarkup ? TextStructure(PageMarkup(scanning: text)) : nil)
  }
}

extension JSONWriter {
  /// Writes the members of a piece.
  mutating func members(of sentence: Sentence, in text: String) {
    members(of: sentence.range)
    member("kind", "\(sentence.kind)")
    member("text", text[sentence.range])
    if let speaker = sentence.speaker { member("speaker", text[speaker]) }
  }
}

extension Output {
  /// Writes a piece on one line. A line end in it becomes a space, or nothing between two Han characters.
  fileprivate mutating func writeLine(_ piece: Substring) throws {
    var line = ""
    for part in piece.split(whereSeparator: \.isNewline) {
      let part = part.drop(while: \.isWhitespace)
      if let last = line.last, let first = part.first, last.isASCII || first.isASCII { line += " " }
      line += part
    }
    try write(line + "\n")
  }
}
