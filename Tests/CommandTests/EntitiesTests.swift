import Foundation
import Testing

/// `zhtext entities` and `zhtext dictionary`, as scripts use them.
@Suite struct EntitiesTests {
  @Test func `a mention is an object with its place, entity and kind`() throws {
    let run = try CommandRun(["entities"], input: "華為創始人任正非，任總說。\n")
    #expect(run.status == 0)
    let found = run.objects.map {
      "\($0["text"] ?? "") \($0["id"] ?? "") \($0["type"] ?? "") \($0["name"] ?? "") \($0["kind"] ?? "")"
    }
    #expect(
      found == [
        "華為 com.huawei company 华为 name", "任正非 per.ren-zhengfei person 任正非 name",
        "任總 per.ren-zhengfei person 任正非 honorific",
      ])
    #expect(run.objects.map { $0["start"] as? Int } == [0, 15, 27])
  }

  @Test func `code, addresses and keys hold no names; titles and wiki links do`() throws {
    let page = """
      ---
      title: 华为的一天
      tags: [华为]
      ---
      `华为` [站](https://huawei.com/华为) 与 [[人物/任正非]]

      """
    let run = try CommandRun(["entities"], input: page)
    #expect(run.objects.map { $0["start"] as? Int } == [11, 101])
    #expect(run.objects.map { $0["text"] as? String } == ["华为", "任正非"])
    #expect(try CommandRun(["entities", "--markup", "none"], input: page).objects.count == 6)
  }

  @Test func `dictionaries are laid over the built-in one, in any form`() throws {
    let folder = try TemporaryFolder()
    let table = try folder.file("a.csv", Array("name,type\n例子科技,company\n".utf8))
    let list = try folder.file(
      "b.yaml", Array("- name: 某产品\n  type: product\n- id: com.huawei\n  change: disable\n".utf8))
    let compiled = folder.url.appending(path: "c.artifact")
    #expect(try CommandRun(["dictionary", "compile", table.path, list.path, "-o", compiled.path]).status == 0)
    for files in [[table.path, list.path], [compiled.path]] {
      let options = files.flatMap { ["--dictionary", $0] }
      let run = try CommandRun(["entities", "--format", "tsv"] + options, input: "华为、例子科技、某产品、腾讯\n")
      #expect(run.text.split(separator: "\n").map { $0.split(separator: "\t")[2] } == ["例子科技", "某产品", "腾讯"])
      let only = try CommandRun(["entities", "--only-dictionaries"] + options, input: "例子科技与腾讯\n")
      #expect(only.objects.count == 1)
    }
  }

  @Test func `a stream gets an array for each line`() throws {
    let run = try CommandRun(["entities", "--ndjson"], input: "{\"id\":1,\"text\":\"华为\"}\n{\"text\":\"无\"}\n")
    #expect(run.objects.map { ($0["entities"] as? [[String: Any]])?.count } == [1, 0])
  }

  @Test func `lint tells every problem with its place`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "a.jsonl",
      Array("{}\n{\"id\":\"x\",\"type\":\"place\",\"name\":\"时间\",\"source\":\"s\",\"license\":\"l\"}\n".utf8))
    let run = try CommandRun(["dictionary", "lint", file.path])
    #expect(run.status == 65)
    let lines = run.text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("\(file.path):1:1: error: ") ?? false)
    #expect(lines.last?.hasPrefix("\(file.path):2:34: warning: ") ?? false)
  }

  @Test func `show, stats and export tell what is in a dictionary`() throws {
    #expect(try CommandRun(["dictionary", "show", "華為"]).text.contains("com.huawei"))
    #expect(try CommandRun(["dictionary", "show", "没有这个名字"]).status == 65)
    #expect(try CommandRun(["dictionary", "stats", "--format", "json"]).objects.first?["person"] != nil)
    let folder = try TemporaryFolder()
    let line =
      #"{"id":"x","type":"place","name":"某地","aliases":[{"text":"某","kind":"short","ambiguous":true}],"source":"s","license":"l"}"#
    let file = try folder.file("a.jsonl", Array((line + "\n").utf8))
    #expect(try CommandRun(["dictionary", "export", file.path]).text == line + "\n")
  }
}
