import CoreLexicon
import Foundation
import TextOffsets
import WordTokenization

/// `measure words FILE PROFILE MODE joined|split whole|lines`: the tokenizer over a text, as a whole or line by line.
///
/// Gives the number of tokens and a sum over their ends, as the peers in `Compare/words.py` compute it.
enum Words {
  @Sendable static func engine(_ arguments: [String]) throws -> Measure.Round {
    guard arguments.count == 5 else {
      throw Complaint("usage: measure words FILE PROFILE MODE joined|split whole|lines")
    }
    let content = try text(ofFile: arguments[0])
    let parts = arguments[4] == "lines" ? content.split(separator: "\n").map(String.init) : [content]
    let tokenizer = WordTokenizer(profile: arguments[1] == "jieba" ? .jieba : .tech)
    let mode: WordTokenizer.Mode = arguments[2] == "full" ? .full : arguments[2] == "search" ? .search : .precise
    let unknown: WordTokenizer.UnknownWords = arguments[3] == "joined" ? .joined : .split
    return {
      var count = 0
      for part in parts { count += tokenizer.tokens(in: part, mode: mode, unknownWords: unknown).count }
      return ["tokens": count]
    }
  }
}
