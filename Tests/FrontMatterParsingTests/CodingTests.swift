import FrontMatterParsing
import Testing
import TextOffsets

@Suite("Decoding and encoding")
struct CodingTests {
  struct ArticleMatter: Codable, Equatable {
    var title: String
    var published: FrontMatter.Timestamp?
    var author: String?
    var tags: [String]
    var weight: UInt8?
    var draft: Bool?
    var site: Site?

    struct Site: Codable, Equatable {
      var name: String
      var ratings: [Double]
    }

    enum CodingKeys: String, CodingKey {
      case title
      case published = "发布日期"
      case author = "作者"
      case tags, weight, draft, site
    }
  }

  static let pages = [
    """
    ---
    title: 2024
    发布日期: 2026-01-10T08:30:00+08:00
    作者: "何之远"
    tags: [芯片, 访谈]
    weight: 12
    draft: no
    ---

    """.replacing("draft: no\n", with: "draft: false\nsite: {name: 甲, ratings: [1, 2.5]}\n"),
    """
    +++
    title = "2024"
    "发布日期" = 2026-01-10T08:30:00+08:00
    "作者" = '何之远'
    tags = ["芯片", "访谈"]
    weight = 12
    draft = false
    [site]
    name = "甲"
    ratings = [1, 2.5]
    +++

    """,
    """
    {
      "title": "2024", "发布日期": "2026-01-10T08:30:00+08:00", "作者": "何之远", "tags": ["芯片", "访谈"],
      "weight": 12, "draft": false, "site": {"name": "甲", "ratings": [1, 2.5]}
    }

    """,
  ]

  static let article = ArticleMatter(
    title: "2024", published: FrontMatter.Timestamp("2026-01-10T08:30:00+08:00"), author: "何之远",
    tags: ["芯片", "访谈"], weight: 12, draft: false, site: .init(name: "甲", ratings: [1, 2.5]))

  @Test("one type from the three syntaxes, Chinese keys mapped", arguments: pages)
  func decode(page: String) throws {
    let matter = try #require(try FrontMatter(in: page))
    #expect(try matter.decode(ArticleMatter.self) == Self.article)
    #expect(try matter.data["tags"]?.decode() == ["芯片", "访谈"])
  }

  @Test("what is encoded, written and read again is the same", arguments: FrontMatter.Syntax.allCases)
  func roundTrip(syntax: FrontMatter.Syntax) throws {
    let value = try FrontMatter.Value(encoding: Self.article)
    let page = try FrontMatter.text(of: value, syntax: syntax) + "\n正文\n"
    let matter = try #require(try FrontMatter(in: page))
    #expect(try matter.decode(ArticleMatter.self) == Self.article)
    #expect(page[matter.bodyRange] == "\n正文\n")
  }

  @Test("errors name the key path and the place in the file")
  func errors() throws {
    let page = "\n---\ntitle: x\ntags: [a]\nsite:\n  name: 甲\n  ratings: [1, 二]\n---\n"
    let matter = try #require(try FrontMatter(in: page))
    do {
      _ = try matter.decode(ArticleMatter.self)
      Issue.record("decoded")
    } catch DecodingError.typeMismatch(_, let context) {
      #expect(context.codingPath.map(\.stringValue) == ["site", "ratings", "1"])
      #expect(context.debugDescription == "7:16: expected Double, found a string")
      let error = try #require(context.underlyingError as? FrontMatterError)
      #expect(page[error.range] == "二")
      #expect(error.code == .unexpectedType)
    }
    #expect(throws: DecodingError.self) { try matter.data["title"]?.decode(Int.self) }
    #expect(throws: DecodingError.self) { try matter.decode([String].self) }
    let small = try #require(try FrontMatter(in: "---\nweight: 300\ntags: []\ntitle: a\n---\n"))
    #expect(throws: DecodingError.self) { try small.decode(ArticleMatter.self) }
    let missing = try #require(try FrontMatter(in: "---\nweight: 3\n---\n"))
    #expect(throws: DecodingError.self) { try missing.decode(ArticleMatter.self) }
  }

  @Test(
    "a number that is none is written as a text, not as whatever it says", arguments: [FrontMatter.Syntax.yaml, .toml])
  func numbers(syntax: FrontMatter.Syntax) throws {
    for text in ["1.10", "0x1F", "1\nb: 2", "1\nb = 2", "a", "", "[1]"] {
      let page = try FrontMatter.text(of: ["a": .number(text)], syntax: syntax)
      let data = try #require(try FrontMatter(in: page)).data
      #expect(data.count == 1 && data["a"]?.string == text, "\(page)")
    }
  }
}
