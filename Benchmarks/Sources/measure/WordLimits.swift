import CoreLexicon
import Dispatch
import Foundation
import WordTokenization

/// What tokenizing costs beside the text itself: the first token, a large lexicon of the user, and many threads.
enum WordLimits {
  /// `measure words-load PROFILE`: a tokenizer and its first token, as the time and the memory that loading takes.
  @Sendable static func load(_ arguments: [String]) throws -> Measure.Round {
    guard arguments.count == 1 else { throw Complaint("usage: measure words-load PROFILE") }
    let count = tokenizer(arguments[0]).tokens(in: "小明硕士毕业于中国科学院计算所").count
    return { ["tokens": count] }
  }

  /// `measure words-lexicon PROFILE COUNT`: reads that many words of the user and layers them over the lexicon.
  @Sendable static func lexicon(_ arguments: [String]) throws -> Measure.Round {
    guard arguments.count == 2, let count = Int(arguments[1]) else {
      throw Complaint("usage: measure words-lexicon PROFILE COUNT")
    }
    // Distinct words of two to five of the 3,000 first characters, one of ten with a Latin part.
    var state: UInt64 = 1
    func draw(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var words: Set<String> = []
    while words.count < count {
      var word = draw(10) == 0 ? "X\(draw(500)) " : ""
      for _ in 0..<2 + draw(4) { word.unicodeScalars.append(Unicode.Scalar(0x4e00 + draw(3000))!) }
      words.insert(word)
    }
    let text = words.sorted().map { $0 + "\t100\tn\n" }.joined()
    let profile = arguments[0]
    return {
      let lexicon = try UserLexicon(parsing: text)
      let tokenizer = WordTokenizer(profile: profile == "jieba" ? .jieba : .tech, userLexicons: [lexicon])
      return ["entries": lexicon.entries.count, "tokens": tokenizer.tokens(in: "加载").count]
    }
  }

  /// `measure words-threads FILE PROFILE THREADS`: each thread cuts all lines of the text with one tokenizer shared by all.
  @Sendable static func threads(_ arguments: [String]) throws -> Measure.Round {
    guard arguments.count == 3, let threads = Int(arguments[2]) else {
      throw Complaint("usage: measure words-threads FILE PROFILE THREADS")
    }
    let lines = try text(ofFile: arguments[0]).split(separator: "\n").map(String.init)
    let tokenizer = tokenizer(arguments[1])
    return {
      let start = DispatchTime.now().uptimeNanoseconds
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        var count = 0
        for line in lines { count += tokenizer.tokens(in: line).count }
        precondition(count > 0)
      }
      return ["nanoseconds": Int(DispatchTime.now().uptimeNanoseconds - start)]
    }
  }

  private static func tokenizer(_ profile: String) -> WordTokenizer {
    WordTokenizer(profile: profile == "jieba" ? .jieba : .tech)
  }
}
