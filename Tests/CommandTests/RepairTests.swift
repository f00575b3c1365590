import FixtureSupport
import Foundation
import Testing

/// `zhtext repair`, with words and names found by the other engines.
@Suite struct RepairTests {
  @Test(arguments: [
    ("走了三公裡路，皇後與茶幾，上遊幹涉", "走了三公里路，皇后與茶几，上游干涉"), ("女皇後來說，他以後裡外都去", "女皇後來說，他以後裡外都去"),
    ("阿里的范冰冰與余紹清，林俊旸", "阿里的范冰冰與余紹清，林俊暘"), ("平臺匯集了數據", "平臺匯集了數據"),
    ("清華大學唐杰在“AI四杰”之中", "清華大學唐杰在“AI四傑”之中"),
  ])
  func `what was converted too far comes back, and what is right stays`(text: String, expected: String) throws {
    #expect(try CommandRun(["repair", "--to", "taiwan"], input: text + "\n").text == expected + "\n")
  }

  /// Half-converted articles that some machines have beside the checkout, with what is wrong in them, counted by hand.
  static let articles = [
    (
      "seeds/002_ef367f6058077f09.txt",
      """
      并並 23 里裡 24 后後 18 于於 17 么麼 9 范範 5 復複 5 系係 3 沖衝 2 愿願 1 伙夥 1 采採 1 游遊 1 臟髒 1 發髮 1 制製 1 干乾 1 松鬆 1
      簽籤 1 象像 1
      """
    ),
    (
      "seeds/004_e9fb4b461864a49e.txt",
      "并並 10 后後 4 里裡 3 復覆 3 么麼 2 范範 1 于於 1 征徵 1 制製 1 復複 1 旸暘 1 杰傑 1"
    ),
  ]

  @Test(
    .enabled("needs ../shared/seeds", { articles.allSatisfy { LocalData.shared($0.0) != nil } }), arguments: articles)
  func `articles are repaired where a reader would, and nowhere else`(name: String, expected: String) throws {
    let article = try #require(LocalData.shared(name))
    let source = try [UInt8](Data(contentsOf: article))
    let folder = try TemporaryFolder()
    let edits = try folder.file("edits", [])
    let run = try CommandRun(["repair", "--to", "taiwan", "--edits", edits.path], input: source)
    #expect(run.status == 0)
    var counts: [String: Int] = [:]
    for line in try String(contentsOf: edits, encoding: .utf8).split(separator: "\n") {
      let edit = try JSONDecoder().decode(EditLine.self, from: Data(line.utf8))
      counts[edit.source.text(in: source) + edit.target.text(in: run.output), default: 0] += 1
    }
    let fields = expected.split(whereSeparator: \.isWhitespace).map(String.init)
    let pairs = stride(from: 0, to: fields.count, by: 2).map { (fields[$0], Int(fields[$0 + 1]) ?? 0) }
    #expect(counts == Dictionary(uniqueKeysWithValues: pairs))
    // What is repaired needs no repair.
    #expect(try CommandRun(["repair", "--to", "taiwan"], input: run.output).output == run.output)
  }

  private struct EditLine: Decodable {
    struct Range: Decodable {
      let start: Int
      let end: Int
      func text(in bytes: [UInt8]) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
    }
    let source: Range
    let target: Range
  }
}
