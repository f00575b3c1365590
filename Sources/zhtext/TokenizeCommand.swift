import ArgumentParser
import CoreLexicon
import TextOffsets
import WordTokenization

/// `zhtext tokenize`: the words of each line.
struct TokenizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Cut text into words.",
    discussion: """
      Each line of the input gives one line of output. For example:
        echo '林俊旸说Qwen3.5花了20万美元' | zhtext tokenize --format lines
      """)

  enum Profile: String, CaseIterable, ExpressibleByArgument {
    case tech, jieba
  }

  enum Mode: String, CaseIterable, ExpressibleByArgument {
    case precise, search, full
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, lines, offsets
  }

  @Option(help: "tech: right on tech media; jieba: what jieba 0.42.1 gives, token for token.")
  var profile = Profile.tech

  @Option(help: "precise: tokens that tile the text; search: and the words inside of them; full: every word there is.")
  var mode = Mode.precise

  @Flag(name: .customLong("no-hmm"), help: "Leave unknown words as single characters.")
  var noHMM = false

  @Option(
    help: ArgumentHelp(
      "Words of your own: a word, a tab, a frequency, a tab, a kind on each line; repeatable.", valueName: "file"),
    completion: .file())
  var userDictionary: [String] = []

  @Option(
    help: "json: an array of strings; lines: tokens joined by one space; offsets: objects with start, end and kind.")
  var format = Format.json

  @OptionGroup var input: InputOptions
  @OptionGroup var stream: StreamOptions

  func validate() throws {
    if stream.ndjson, format == .lines { throw ValidationError("--ndjson writes JSON: leave --format lines out") }
  }

  func run() throws {
    let tokenizer = WordTokenizer(profile: profile == .tech ? .tech : .jieba, userLexicons: try userLexicons())
    let (mode, unknown, format) = (libraryMode, noHMM ? WordTokenizer.UnknownWords.split : .joined, format)
    @Sendable func tokens(_ text: String, _ range: UTF8Range?) -> Tokens {
      tokenizer.tokens(in: text, within: range, mode: mode, unknownWords: unknown)
    }
    if stream.ndjson {
      return try stream.run(as: "tokenize", input) {
        { document, json in json.array(of: tokens(document.text, nil), withOffsets: format == .offsets) }
      }
    }
    try input.forEachDocument { document, output in
      for line in document.text.lineRanges {
        let tokens = tokens(document.text, line)
        if format == .lines {
          try output.write(tokens.words.joined(separator: " ") + "\n")
        } else {
          try output.line { $0.array(of: tokens, withOffsets: format == .offsets) }
        }
      }
    }
  }

  private var libraryMode: WordTokenizer.Mode {
    switch mode {
    case .precise: .precise
    case .search: .search
    case .full: .full
    }
  }

  private func userLexicons() throws -> [UserLexicon] {
    try userDictionary.map { path in
      let document = try input.read(path)
      do throws(UserLexiconError) {
        return try UserLexicon(parsing: document.text, file: document.name)
      } catch {
        let parts = error.reason.split(separator: "; ", maxSplits: 1).map(String.init)
        throw document.failure(at: error.range.start, parts[0], remedy: parts.last ?? "correct the line")
      }
    }
  }
}

extension JSONWriter {
  /// Writes tokens as an array of strings, or of objects with their places and kinds.
  fileprivate mutating func array(of tokens: Tokens, withOffsets: Bool) {
    array { json in
      for (place, range) in tokens.enumerated() {
        guard withOffsets else {
          json.value(tokens.text[range])
          continue
        }
        json.object {
          $0.key("start")
          $0.value(range.start)
          $0.key("end")
          $0.value(range.end)
          $0.key("kind")
          $0.value("\(tokens.kind(at: place))")
        }
      }
    }
  }
}

extension String {
  /// The lines without what ends them: a line feed, or a carriage return with it.
  fileprivate var lineRanges: [UTF8Range] {
    var ranges: [UTF8Range] = []
    var start = 0
    var (place, previous): (Int, UInt8) = (0, 0)
    for byte in utf8 {
      if byte == 0x0a {
        ranges.append(UTF8Range(start: start, end: previous == 0x0d && place > start ? place - 1 : place))
        start = place + 1
      }
      place += 1
      previous = byte
    }
    if start < place { ranges.append(UTF8Range(start: start, end: place)) }
    return ranges
  }
}
