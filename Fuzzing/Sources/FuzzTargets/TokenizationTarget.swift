import CoreLexicon
import TextOffsets
import WordTokenization

/// Tokens tile the part looked at in the precise mode, lie in it in the others, and do not depend on what stands around.
@Sendable func fuzzTokenization(_ input: [UInt8]) {
  let structured = StructuredText(input)
  let text = structured.text
  let tokenizer = structured.choice & 2 == 0 ? tech : jieba
  let unknownWords: WordTokenizer.UnknownWords = structured.choice & 4 == 0 ? .joined : .split
  for scope in [text.utf8Range, structured.range] {
    let precise = tokenizer.tokens(in: text, within: scope, unknownWords: unknownWords)
    var end = scope.start
    for token in precise {
      text.requireAligned(token, "token")
      require(token.start == end && !token.isEmpty, "tokens join to the text")
      end = token.end
    }
    require(end == scope.end, "tokens cover the text")
    for mode in [WordTokenizer.Mode.search, .full] {
      for token in tokenizer.tokens(in: text, within: scope, mode: mode, unknownWords: unknownWords) {
        text.requireAligned(token, "token")
        require(scope.contains(token), "tokens lie in the part looked at")
      }
    }
  }

  let whole = tokenizer.tokens(in: text, unknownWords: unknownWords)
  let around = "前" + text + "后"
  let within = tokenizer.tokens(
    in: around, within: UTF8Range(start: 3, end: 3 + text.utf8.count), unknownWords: unknownWords)
  require(within.map { $0.shifted(by: -3) } == Array(whole), "a part is cut as if it were the whole")
}

private let tech = WordTokenizer()
private let jieba = WordTokenizer(profile: .jieba)
