import CoreLexicon
import Testing
import WordTokenization

/// Calls that bring no workspace share some: one after the other, at the same time, and one inside another's results.
@Suite struct SharedWorkspaceTests {
  private let short = "他来到了网易杭研大厦"
  private let long = String(repeating: "小明硕士毕业于中国科学院计算所，后在日本京都大学深造。", count: 2000)

  @Test(arguments: [WordTokenizer.Profile.tech, .jieba])
  func resultsStayWhatTheyAreWhenOthersFollow(_ profile: WordTokenizer.Profile) {
    let tokenizer = WordTokenizer(profile: profile)
    let (first, many) = (tokenizer.tokens(in: short), tokenizer.tokens(in: long))
    let (words, ranges) = (first.strings, Array(many))
    for mode in [WordTokenizer.Mode.precise, .search, .full] { _ = tokenizer.tokens(in: long, mode: mode) }
    #expect(first.strings == words)
    #expect(Array(many) == ranges)
    #expect(many.strings.joined() == long)
  }

  @Test func callsAtTheSameTimeGiveTheSame() async {
    let tokenizer = WordTokenizer(profile: .jieba)
    let (short, long) = (short, long)
    let expected = [tokenizer.tokens(in: short).strings, tokenizer.tokens(in: long).strings]
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<16 {
        group.addTask {
          (0..<20).allSatisfy { round in
            let isLong = (task + round) % 5 == 0
            return tokenizer.tokens(in: isLong ? long : short).strings == expected[isLong ? 1 : 0]
          }
        }
      }
      for await isEqual in group { #expect(isEqual) }
    }
  }
}
