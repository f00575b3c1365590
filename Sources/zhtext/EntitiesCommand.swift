import ArgumentParser
import NamedEntities
import TechEntities
import TextOffsets

/// `zhtext entities`: one JSON object a mention.
struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Find the people, companies, products and places a page mentions.",
    discussion: """
      Names are found in Simplified and Traditional characters, any width and letter case. For example:
        echo '華為創始人任正非与DeepSeek' | zhtext entities --format tsv
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, tsv
  }

  enum Markup: String, CaseIterable, ExpressibleByArgument {
    case auto, none
  }

  @Option(
    help: ArgumentHelp(
      "A dictionary over the built-in one: JSON Lines, CSV, TSV, YAML or compiled; repeatable, later ones go first.",
      valueName: "file"), completion: .file())
  var dictionary: [String] = []

  @Flag(help: "Use the given dictionaries alone.")
  var onlyDictionaries = false

  @Flag(help: "Report names inside of longer names too, with level 1.")
  var nested = false

  @Flag(help: "Report ambiguous names too whose context does not speak for an entity; they score below 0.5.")
  var doubtful = false

  @Option(help: "json: an object for each mention; tsv: start, end, text, id, type, name and kind.")
  var format = Format.json

  @Option(help: "auto: read the text as a Markdown page, without code and addresses; none: as plain text.")
  var markup = Markup.auto

  @OptionGroup var input: InputOptions
  @OptionGroup var stream: StreamOptions

  func validate() throws {
    if onlyDictionaries, dictionary.isEmpty { throw ValidationError("--only-dictionaries needs --dictionary FILE") }
    if stream.ndjson, format == .tsv { throw ValidationError("--ndjson writes JSON: leave --format tsv out") }
  }

  func run() throws {
    let layers = try dictionary.map { path throws(Failure) in try DictionaryFile(path).dictionary() }
    let recognizer = EntityRecognizer(layers: (onlyDictionaries ? [] : [TechEntities.dictionary]) + layers)
    let (nested, doubtful, markup) = (nested, doubtful, markup)
    @Sendable func mentions(in text: String) -> [Mention] {
      var options = EntityRecognizer.Options()
      options.findsNestedNames = nested
      let masks = markup == .auto ? NameableRanges.masks(in: text) : []
      let recognition = recognizer.recognize(in: text, masking: masks, options: options)
      guard doubtful else { return recognition.mentions }
      return (recognition.mentions + recognition.doubtful).sorted { $0.range < $1.range }
    }
    if stream.ndjson {
      return try stream.run(as: "entities", input) {
        { document, json in
          json.array { json in
            for mention in mentions(in: document.text) {
              json.object { $0.members(of: mention, in: document.text, withLevel: nested) }
            }
          }
        }
      }
    }
    try input.forEachDocument { document, output in
      for mention in mentions(in: document.text) {
        switch format {
        case .json:
          try output.line { $0.object { $0.members(of: mention, in: document.text, withLevel: nested) } }
        case .tsv: try output.write(mention.row(in: document.text))
        }
      }
    }
  }
}

extension Mention {
  /// The mention as one line with tabs; characters that would end a cell become spaces.
  fileprivate func row(in text: String) -> String {
    let cells = ["\(range.start)", "\(range.end)", "\(text[range])", entityID, type.rawValue, name, kind.rawValue]
    return cells.map { String($0.map { $0 == "\t" || $0.isNewline ? " " : $0 }) }.joined(separator: "\t") + "\n"
  }
}
