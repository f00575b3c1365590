import Benchmark
import BenchmarkTexts
import CoreLexicon
import WordTokenization

/// A text to cut: Simplified, Traditional, mixed or mostly ASCII, about a megabyte of it.
private struct Sample {
  let name: String
  let text: String

  init(_ name: String, _ once: String, bytes: Int = 1_000_000) {
    self.name = name
    text = String(repeating: once, count: bytes / max(once.utf8.count, 1) + 1)
  }

  /// The pages of `Fixtures/articles` by the share of ASCII, and the file that `ZHTEXT_BENCHMARK_TEXT` names.
  static let all: [Sample] = {
    if let chosen = BenchmarkTexts.chosen { return [Sample("file", chosen, bytes: 0)] }
    let pages = BenchmarkTexts.pages
    let traditional = pages.filter { $0.contains("這") || $0.contains("個") }
    let simplified = pages.filter { !($0.contains("這") || $0.contains("個")) }
    let asciiHeavy = pages.max { asciiShare($0) < asciiShare($1) } ?? ""
    return [
      Sample("Simplified", simplified.joined(separator: "\n")),
      Sample("Traditional", traditional.joined(separator: "\n")),
      Sample("mixed", pages.joined(separator: "\n")),
      Sample("ASCII-heavy", asciiHeavy),
      Sample("headline", "智谱发布GLM-5，林俊旸谈下一代智能体", bytes: 0),
    ].filter { !$0.text.isEmpty }
  }()

  private static func asciiShare(_ page: String) -> Double {
    Double(page.utf8.count { $0 < 0x80 }) / Double(page.utf8.count)
  }
}

/// 100,000 words of a user: characters of the basic plane put together by a fixed rule.
private let userWords: [UserLexicon.Entry] = (0..<100_000).map { number in
  let scalars = [number % 317, number / 317 % 311, number % 97].map { Unicode.Scalar(UInt32(0x4e00 + 13 * $0))! }
  return .init(word: String(String.UnicodeScalarView(scalars)), frequency: 5 + number % 50, kind: "n")
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .throughput, .mallocCountTotal, .custom("bytes"), .custom("tokens")], maxDuration: .seconds(2))

  func cut(
    _ name: String, _ sample: Sample, _ tokenizer: WordTokenizer, _ mode: WordTokenizer.Mode,
    _ unknown: WordTokenizer.UnknownWords
  ) {
    Benchmark("\(name), \(sample.name)") { benchmark in
      // The text is cut once for the count, so a result that changes is no measurement.
      let expected = tokenizer.tokens(in: sample.text, mode: mode, unknownWords: unknown).count
      var workspace = Workspace()
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        tokenizer.tokenize(sample.text, mode: mode, unknownWords: unknown, using: &workspace)
        precondition(workspace.count == expected)
      }
      benchmark.stopMeasurement()
      benchmark.measurement(.custom("bytes"), sample.text.utf8.count)
      benchmark.measurement(.custom("tokens"), expected)
    }
  }

  for (label, profile) in [("jieba", WordTokenizer.Profile.jieba), ("tech", .tech)] {
    let tokenizer = WordTokenizer(profile: profile)
    for sample in Sample.all {
      cut("\(label), precise", sample, tokenizer, .precise, .joined)
      cut("\(label), precise, unknown words split", sample, tokenizer, .precise, .split)
      cut("\(label), search", sample, tokenizer, .search, .joined)
      cut("\(label), full", sample, tokenizer, .full, .joined)
    }
    Benchmark("\(label), load and first token") { benchmark in
      for _ in benchmark.scaledIterations {
        let tokens = WordTokenizer(profile: profile).tokens(in: "清华大学")
        precondition(tokens.count == 1)
      }
    }
    let lexicon = UserLexicon(userWords)
    Benchmark("\(label), layer 100,000 words of a user") { benchmark in
      for _ in benchmark.scaledIterations { blackHole(WordTokenizer(profile: profile, userLexicons: [lexicon])) }
    }
    let layered = WordTokenizer(profile: profile, userLexicons: [lexicon])
    cut("\(label), precise, with 100,000 words of a user", Sample.all[0], layered, .precise, .joined)
  }
}
