import FrontMatterParsing
import Testing

/// One change of a block's content, and what the content becomes.
struct EditCase: CustomTestStringConvertible, Sendable {
  let content: String
  let expected: String
  let edit: @Sendable (inout FrontMatterEditor) throws -> Void

  init(_ content: String, _ edit: @escaping @Sendable (inout FrontMatterEditor) throws -> Void, _ expected: String) {
    self.content = content
    self.expected = expected
    self.edit = edit
  }

  var testDescription: String { content.debugDescription }

  func check(fence: String) throws {
    let body = "\n正文 --- \n---\n"
    var editor = try FrontMatterEditor(fence + "\n" + content + fence + "\n" + body)
    try edit(&editor)
    #expect(editor.text == fence + "\n" + expected + fence + "\n" + body)
  }
}

@Suite("Editing YAML")
struct YAMLEditingTests {
  @Test(
    "set keeps the style, the comments and every other line",
    arguments: [
      EditCase("title: \"旧\" # 待定\ndate: 1\n", { try $0.set("title", to: "新") }, "title: \"新\" # 待定\ndate: 1\n"),
      EditCase("title: '旧'\n", { try $0.set("title", to: "it's") }, "title: 'it''s'\n"),
      EditCase("title: 旧\n", { try $0.set("title", to: "新") }, "title: 新\n"),
      EditCase("title: 旧\nby: 'x'\n", { try $0.set("title", to: "a: b") }, "title: 'a: b'\nby: 'x'\n"),
      EditCase("title: 旧\nby: \"x\"\n", { try $0.set("title", to: "12") }, "title: \"12\"\nby: \"x\"\n"),
      EditCase("title:\nby: x\n", { try $0.set("title", to: "u") }, "title: u\nby: x\n"),
      EditCase("title:   # 空\nby: x\n", { try $0.set("title", to: "z") }, "title: z   # 空\nby: x\n"),
      EditCase("draft: true\n", { try $0.set("draft", to: false) }, "draft: false\n"),
      EditCase("draft: 1\n", { try $0.set("draft", to: nil) }, "draft: null\n"),
      EditCase("v: 1\n", { try $0.set("v", to: .number("1.10")) }, "v: 1.10\n"),
      EditCase("v: |\n  a\n  b\nw: 1\n", { try $0.set("v", to: "c") }, "v: c\nw: 1\n"),
      EditCase("v: a\n  b\nw: 1\n", { try $0.set("v", to: "c") }, "v: c\nw: 1\n"),
      EditCase("v:\n  a\nw: 1\n", { try $0.set("v", to: "c") }, "v: c\nw: 1\n"),
      EditCase("t: # 表\n  - a\n  - b\nw: 1\n", { try $0.set("t", to: "c") }, "t: c # 表\nw: 1\n"),
      EditCase("t:\n- a\nw: 1\n", { try $0.set("t", to: ["x", "u"]) }, "t:\n- x\n- u\nw: 1\n"),
      EditCase("t: [a, \"b\"]\nw: 1\n", { try $0.set("t", to: ["x", "y, z"]) }, "t: [x, \"y, z\"]\nw: 1\n"),
      EditCase("t: old # c\nw: 1\n", { try $0.set("t", to: ["x"]) }, "t: # c\n  - x\nw: 1\n"),
      EditCase("t: old\nw: 1\n", { try $0.set("t", to: ["k": "v", "l": ["x"]]) }, "t:\n  k: v\n  l:\n    - x\nw: 1\n"),
      EditCase("a:\n  b: 1\n  c: 2\nd: 3\n", { try $0.set("a.b", to: 9) }, "a:\n  b: 9\n  c: 2\nd: 3\n"),
      EditCase("a: {b: 1, c: 2}\n", { try $0.set("a.c", to: "x") }, "a: {b: 1, c: x}\n"),
      EditCase("a:\n  - n: 1\n    m: 2\n", { try $0.set("a.0.m", to: 3) }, "a:\n  - n: 1\n    m: 3\n"),
      EditCase("a:\n  - x\n  - y\n", { try $0.set("a.1", to: ["k": 1, "l": 2]) }, "a:\n  - x\n  - k: 1\n    l: 2\n"),
      EditCase("a: !!str 12\n", { try $0.set("a", to: 12) }, "a: 12\n"),
      EditCase("\"a\": x\na: y\n", { try $0.set("a", to: "z") }, "\"a\": x\na: z\n"),
      EditCase("title: a\r\nby: b\r\n", { try $0.set("title", to: "c") }, "title: c\r\nby: b\r\n"),
    ])
  func set(_ test: EditCase) throws { try test.check(fence: "---") }

  @Test(
    "set adds what is missing as the neighbours are written",
    arguments: [
      EditCase("a: \"x\"\nb: \"y\"\n", { try $0.set("c", to: "z") }, "a: \"x\"\nb: \"y\"\nc: \"z\"\n"),
      EditCase("a: x\n# 末尾\n", { try $0.set("c", to: "z") }, "a: x\nc: z\n# 末尾\n"),
      EditCase("# 只有注释\n", { try $0.set("c", to: "z") }, "# 只有注释\nc: z\n"),
      EditCase("", { try $0.set("c", to: "z") }, "c: z\n"),
      EditCase("a:\n  b: 1 # 一\nd: 3\n", { try $0.set("a.c", to: 2) }, "a:\n  b: 1 # 一\n  c: 2\nd: 3\n"),
      EditCase("a: {b: 1}\n", { try $0.set("a.c", to: 2) }, "a: {b: 1, c: 2}\n"),
      EditCase("a: {}\n", { try $0.set("a.c", to: 2) }, "a: {c: 2}\n"),
      EditCase("a:\nd: 3\n", { try $0.set("a.c.e", to: 2) }, "a:\n  c:\n    e: 2\nd: 3\n"),
      EditCase("a:\n  - n: 1\n", { try $0.set("a.0.m", to: 2) }, "a:\n  - n: 1\n    m: 2\n"),
      EditCase("a: |+\n  x\n\nb: 1\n", { try $0.set("c", to: 2) }, "a: |+\n  x\n\nb: 1\nc: 2\n"),
      EditCase("a: 1\n", { try $0.set("x.y", to: ["p", "q"]) }, "a: 1\nx:\n  y:\n    - p\n    - q\n"),
      EditCase("a: 1\r\n", { try $0.set("x", to: ["p"]) }, "a: 1\r\nx:\r\n  - p\r\n"),
    ])
  func setNew(_ test: EditCase) throws { try test.check(fence: "---") }

  @Test(
    "remove takes the lines of the entry and no other",
    arguments: [
      EditCase("a: 1\nb: 2 # 二\nc: 3\n", { try $0.remove("b") }, "a: 1\nc: 3\n"),
      EditCase("?\nb: 2\n", { try $0.remove("b") }, "?\n"),
      EditCase("? b\n: 2\nc: 3\n", { try $0.remove("b") }, "c: 3\n"),
      EditCase("?\n  b\n: 2\nc: 3\n", { try $0.remove("b") }, "c: 3\n"),
      EditCase("a: 1\n# 关于 b\nb: |\n  x\n\n  y\nc: 3\n", { try $0.remove("b") }, "a: 1\n# 关于 b\nc: 3\n"),
      EditCase("a:\n  b: 1\n  c: 2\n", { try $0.remove("a.c") }, "a:\n  b: 1\n"),
      EditCase("a:\n  b: 1\nc: 2\n", { try $0.remove("a.b") }, "a: {}\nc: 2\n"),
      EditCase("a:\n  - x\nc: 2\n", { try $0.remove("a.0") }, "a: []\nc: 2\n"),
      EditCase("a:\n  - x\n  # 注\n  - y\n", { try $0.remove("a.1") }, "a:\n  - x\n  # 注\n"),
      EditCase("a:\n  - n: 1\n    m: 2\n", { try $0.remove("a.0.n") }, "a:\n  - m: 2\n"),
      EditCase("a: [x, y, z]\n", { try $0.remove("a.1") }, "a: [x, z]\n"),
      EditCase("a: [x, y, z]\n", { try $0.remove("a.2") }, "a: [x, y]\n"),
      EditCase("a: [x]\n", { try $0.remove("a.0") }, "a: []\n"),
      EditCase("a: [\n  x, # 一\n  y, # 二\n  ]\n", { try $0.remove("a.1") }, "a: [\n  x, # 一\n  ]\n"),
      EditCase("a: {k: 1, l: 2}\n", { try $0.remove("a.k") }, "a: {l: 2}\n"),
      EditCase("a: 1\n", { try $0.remove("a") }, ""),
      EditCase("? a\n: 1\nb: 2\n", { try $0.remove("a") }, "b: 2\n"),
    ])
  func remove(_ test: EditCase) throws { try test.check(fence: "---") }

  @Test(
    "append and rename",
    arguments: [
      EditCase(
        "t:\n  - \"a\"\n  - \"b\"\nc: 1\n", { try $0.append("d", to: "t") },
        "t:\n  - \"a\"\n  - \"b\"\n  - \"d\"\nc: 1\n"),
      EditCase("t:\n- a\nc: 1\n", { try $0.append("d", to: "t") }, "t:\n- a\n- d\nc: 1\n"),
      EditCase("t: [a]\n", { try $0.append("d", to: "t") }, "t: [a, d]\n"),
      EditCase("t: []\n", { try $0.append("d", to: "t") }, "t: [d]\n"),
      EditCase(
        "t: [\n  a, # 一\n  b # 二\n  ]\n", { try $0.append("d", to: "t") }, "t: [\n  a, # 一\n  b, # 二\n  d\n  ]\n"),
      EditCase("t:\nc: 1\n", { try $0.append("d", to: "t") }, "t:\n  - d\nc: 1\n"),
      EditCase("c: 1\n", { try $0.append("d", to: "t") }, "c: 1\nt:\n  - d\n"),
      EditCase("a: 1 # 一\nb: 2\n", { try $0.rename("a", to: "标题") }, "标题: 1 # 一\nb: 2\n"),
      EditCase("\"a\": 1\n", { try $0.rename("a", to: "b") }, "\"b\": 1\n"),
      EditCase("a: 1\n", { try $0.rename("a", to: "b: c") }, "\"b: c\": 1\n"),
      EditCase("a: {b: 1}\n", { try $0.rename("a.b", to: "c") }, "a: {c: 1}\n"),
    ])
  func appendAndRename(_ test: EditCase) throws { try test.check(fence: "---") }

  @Test("a change that would show elsewhere, or has no place, is refused and changes nothing")
  func refusals() throws {
    let page = "---\na: &x 1\nb: *x\nc: [1]\nd: 2\nm: &m\n  k: v\nn: *m\n---\n"
    var editor = try FrontMatterEditor(page)
    func code(_ change: (inout FrontMatterEditor) throws(FrontMatterEditError) -> Void) -> FrontMatterEditError.Code? {
      do throws(FrontMatterEditError) {
        try change(&editor)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code { (e) throws(FrontMatterEditError) in try e.set("a", to: 2) } == .anchored)
    #expect(code { (e) throws(FrontMatterEditError) in try e.remove("m") } == .anchored)
    #expect(code { (e) throws(FrontMatterEditError) in try e.set("n.k", to: 2) } == .throughAlias)
    #expect(code { (e) throws(FrontMatterEditError) in try e.remove("z") } == .notFound)
    #expect(code { (e) throws(FrontMatterEditError) in try e.set("d.e", to: 2) } == .notAMapping)
    #expect(code { (e) throws(FrontMatterEditError) in try e.append(2, to: "d") } == .notASequence)
    #expect(code { (e) throws(FrontMatterEditError) in try e.rename("d", to: "c") } == .keyExists)
    #expect(editor.text == page)
    #expect(code { (e) throws(FrontMatterEditError) in try e.set("b", to: 2) } == nil)
    #expect(code { (e) throws(FrontMatterEditError) in try e.set("a", to: 3) } == nil)
  }
}
