import CoreLexicon
import FrontMatterParsing
import MarkupScanning
import NamedEntities
import ScriptConversion
import ScriptConversionTables
import SentenceSegmentation
import TechEntities
import TextOffsets
import WordTokenization

/// What the engines find in one page. All ranges are of the page's own text.
///
/// This is how the libraries compose: each looks at the ranges that another found, and none copies text.
struct PageAnalysis {
  let document: Document
  /// The metadata; `nil` where there is none, or none that can be read.
  let frontMatter: FrontMatter?
  /// Why metadata that is there cannot be read.
  let frontMatterError: FrontMatterError?
  let markup: PageMarkup
  /// What a reader reads: no code, addresses or tags.
  let prose: [UTF8Range]
  /// Which characters the body is written in.
  let script: ScriptReport
  let sentences: Sentences
  let tokens: [Token]
  /// The names in the prose, and in the metadata's values that people read.
  let mentions: [Mention]

  /// A word, a number, a mark or a stretch of white space of the prose.
  struct Token {
    let range: UTF8Range
    let kind: TokenKind

    /// Whether it is something to count as a word.
    var isWord: Bool { kind != .punctuation && kind != .space }
  }

  var text: String { document.text }
  /// The page without its metadata.
  var bodyRange: UTF8Range { markup.scope }
}

/// The engines that a page goes through.
struct PageAnalyzer {
  private let detector = ScriptDetector(tables: .openCC)
  private let segmenter = SentenceSegmenter()
  private let tokenizer = WordTokenizer()
  private let recognizer = EntityRecognizer(TechEntities.dictionary)

  func analyze(_ document: Document) -> PageAnalysis {
    let text = document.text
    let matter = Result { () throws(FrontMatterError) in try FrontMatter(in: text) }
    let frontMatter = (try? matter.get()) ?? nil
    // Metadata that cannot be read is part of the page: nothing is lost.
    let markup = PageMarkup(scanning: text, within: frontMatter?.bodyRange)
    let prose = markup.proseRanges
    return PageAnalysis(
      document: document, frontMatter: frontMatter, frontMatterError: matter.error, markup: markup, prose: prose,
      script: detector.detect(text, within: markup.scope),
      sentences: segmenter.sentences(in: text, within: markup.scope, structure: TextStructure(markup)),
      tokens: tokens(of: prose, in: text),
      mentions: recognizer.mentions(in: text, masking: NameableRanges.masks(in: text, markup, frontMatter)))
  }

  private func tokens(of prose: [UTF8Range], in text: String) -> [PageAnalysis.Token] {
    prose.flatMap { range in
      let tokens = tokenizer.tokens(in: text, within: range)
      return tokens.indices.map { PageAnalysis.Token(range: tokens[$0], kind: tokens.kind(at: $0)) }
    }
  }
}

extension Result {
  fileprivate var error: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}
