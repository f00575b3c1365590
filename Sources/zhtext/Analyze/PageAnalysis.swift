import FrontMatterParsing
import MarkupScanning
import NamedEntities
import SentenceSegmentation
import TextOffsets

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
  let sentences: Sentences
  let mentions: [Mention]

  var text: String { document.text }
  /// The page without its metadata.
  var bodyRange: UTF8Range { markup.scope }
}

/// The engines that a page goes through.
struct PageAnalyzer {
  private let segmenter = SentenceSegmenter()
  private let recognizer: EntityRecognizer

  init(_ recognizer: EntityRecognizer) {
    self.recognizer = recognizer
  }

  func analyze(_ document: Document) -> PageAnalysis {
    let text = document.text
    let matter = Result { () throws(FrontMatterError) in try FrontMatter(in: text) }
    let frontMatter = (try? matter.get()) ?? nil
    // Metadata that cannot be read is part of the page: nothing is lost.
    let markup = PageMarkup(scanning: text, within: frontMatter?.bodyRange)
    let prose = markup.proseRanges
    return PageAnalysis(
      document: document, frontMatter: frontMatter, frontMatterError: matter.error, markup: markup, prose: prose,
      sentences: segmenter.sentences(in: text, within: markup.scope, structure: TextStructure(markup)),
      mentions: recognizer.mentions(in: text, within: markup.scope, masking: markup.scope.gaps(between: prose)))
  }
}

extension Result {
  fileprivate var error: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}

extension UTF8Range {
  /// What the range holds beside `parts`, which are in order and do not overlap.
  func gaps(between parts: [UTF8Range]) -> [UTF8Range] {
    var gaps: [UTF8Range] = []
    var start = start
    for part in parts {
      if part.start > start { gaps.append(UTF8Range(start: start, end: part.start)) }
      start = max(start, part.end)
    }
    if start < end { gaps.append(UTF8Range(start: start, end: end)) }
    return gaps
  }
}
