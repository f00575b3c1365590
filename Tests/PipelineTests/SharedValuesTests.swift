import CoreLexicon
import Dispatch
import FixtureSupport
import FrontMatterParsing
import MarkupScanning
import NamedEntities
import ScriptConversion
import ScriptConversionTables
import SentenceSegmentation
import Synchronization
import TechEntities
import Testing
import TextDecoding
import TextOffsets
import WordTokenization

/// One value of each engine, used by many threads at once. `make race` runs this with Thread Sanitizer.
@Suite struct SharedValuesTests {
  private static let threads = 8
  private static let rounds = 3
  private static let pages = [
    "hugo-post.md", "newsletter.md", "transcript.md", "traditional-repost.md", "toml-post.md",
  ]

  /// What every engine finds in a page, as text.
  private struct Engines: Sendable {
    let words = WordTokenizer(profile: .tech)
    let jiebaWords = WordTokenizer(profile: .jieba)
    let converter = ScriptConverter(.s2twp, tables: .openCC)
    let detector = ScriptDetector(tables: .openCC)
    let repair = ScriptRepair(to: .taiwan, tables: .openCC)
    let sentences = SentenceSegmenter()
    let names = EntityRecognizer(TechEntities.dictionary)
    let decoder = TextDecoder()

    func report(_ page: String) -> [String] {
      var report = words.tokens(in: page).map { String(page[$0]) }
      report += jiebaWords.tokens(in: page).map { String(page[$0]) }
      report += [converter.convert(page), repair.repair(page).text, "\(detector.detect(page))"]
      report += sentences.sentences(in: page).map { "\($0)" }
      report += names.mentions(in: page, masking: PageMarkup(scanning: page).opaqueRanges).map { "\($0)" }
      report += [
        "\((try? decoder.decode(page.utf8.span))?.text ?? "")",
        "\(String(describing: (try? FrontMatter(in: page))?.bodyRange))",
      ]
      return report
    }
  }

  /// Nothing is used before the threads begin, so that they also race for what is made on first use.
  @Test func manyThreadsShareOneValue() throws {
    let engines = Engines()
    let pages = try Self.pages.map { try Fixture.text("articles/" + $0) }
    let reports = Mutex<[[[String]]]>([])
    DispatchQueue.concurrentPerform(iterations: Self.threads) { _ in
      for _ in 0..<Self.rounds {
        let report = pages.map(engines.report)
        reports.withLock { $0.append(report) }
      }
    }
    let expected = pages.map(engines.report)
    #expect(expected.allSatisfy { $0.count > 100 })
    let all = reports.withLock { $0 }
    #expect(all.count == Self.threads * Self.rounds && all.allSatisfy { $0 == expected })
  }
}
