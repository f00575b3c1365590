import Foundation
import Testing

/// `zhtext front-matter`.
@Suite struct FrontMatterTests {
  static let page = "---\ntitle: \"旧标题\" # 待定\ntitle2: b\nv: 1.10\ntags: [a]\n---\n正文\n"

  @Test func show() throws {
    let run = try CommandRun(["front-matter", "show"], input: Self.page)
    #expect(run.status == 0 && run.errors.isEmpty)
    let object = try #require(run.objects.first)
    #expect(object["syntax"] as? String == "yaml")
    #expect(object["bodyStart"] as? Int == Self.page.utf8.count - "正文\n".utf8.count)
    #expect((object["data"] as? [String: Any])?["title"] as? String == "旧标题")
    #expect((object["warnings"] as? [Any])?.isEmpty == true)
    let none = try #require(try CommandRun(["front-matter", "show"], input: "正文\n").objects.first)
    #expect(none["syntax"] is NSNull && none["bodyStart"] as? Int == 0)
  }

  @Test func get() throws {
    #expect(try CommandRun(["front-matter", "get", "title"], input: Self.page).text == "\"旧标题\"\n")
    #expect(try CommandRun(["front-matter", "get", "--format", "raw", "v"], input: Self.page).text == "1.10\n")
    #expect(try CommandRun(["front-matter", "get", "tags.0"], input: Self.page).text == "\"a\"\n")
    #expect(try CommandRun(["front-matter", "get", "tags"], input: Self.page).text == "[\"a\"]\n")
    let missing = try CommandRun(["front-matter", "get", "nothing"], input: Self.page)
    #expect(missing.status == 65)
    #expect(missing.errors == "<stdin>: error: there is no 'nothing'; check the spelling\n")
  }

  @Test func setAndRemove() throws {
    let set = try CommandRun(["front-matter", "set", "title", "新 # 标题"], input: Self.page)
    #expect(set.text == Self.page.replacing("旧标题", with: "新 # 标题"))
    let number = try CommandRun(["front-matter", "set", "v", "1.20"], input: Self.page)
    #expect(number.text == Self.page.replacing("1.10", with: "1.20"))
    let remove = try CommandRun(["front-matter", "remove", "title2"], input: Self.page)
    #expect(remove.text == Self.page.replacing("title2: b\n", with: ""))
    let bad = try CommandRun(["front-matter", "set", "title", "x"], input: "---\na: 1\n作者：张三\n---\n")
    #expect(bad.status == 65)
    #expect(bad.errors.hasPrefix("<stdin>:3:3: error: a full-width colon"))
  }

  @Test func inPlace() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("page.md", Array(Self.page.utf8))
    let link = folder.url.appending(path: "link.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    let run = try CommandRun(["front-matter", "set", "--in-place", "tags", "[芯片, 访谈]", link.path])
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.page.replacing("[a]", with: "[芯片, 访谈]"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    let permissions = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(permissions == 0o640)
    #expect(try CommandRun(["front-matter", "remove", "--in-place", "tags"]).status == 64)
    // A page in another encoding is not turned into UTF-8 behind anyone's back.
    let other = try folder.file("gbk.md", Array("---\na: ".utf8) + [0xD6, 0xD0] + Array("\n---\n".utf8))
    #expect(try CommandRun(["front-matter", "set", "--in-place", "a", "x", other.path]).status == 65)
  }
}
