import FrontMatterParsing
import Testing

@Suite("Editing TOML and JSON")
struct TOMLEditingTests {
  @Test(
    "TOML",
    arguments: [
      EditCase("title = \"旧\" # 待定\nn = 1\n", { try $0.set("title", to: "新") }, "title = \"新\" # 待定\nn = 1\n"),
      EditCase("title = '旧'\n", { try $0.set("title", to: "新") }, "title = '新'\n"),
      EditCase("title = '旧'\n", { try $0.set("title", to: "it's") }, "title = \"it's\"\n"),
      EditCase("a = 1\n\n[p]\nb = 2\n", { try $0.set("c", to: true) }, "a = 1\nc = true\n\n[p]\nb = 2\n"),
      EditCase("[p]\nb = 2\n", { try $0.set("c", to: true) }, "c = true\n[p]\nb = 2\n"),
      EditCase("[p]\nb = 2\n\n[q]\n", { try $0.set("p.作者", to: "x") }, "[p]\nb = 2\n\"作者\" = \"x\"\n\n[q]\n"),
      EditCase("[p.q]\nb = 2\n", { try $0.set("p.c", to: 1) }, "[p.q]\nb = 2\n\n[p]\nc = 1\n"),
      EditCase("p.q.b = 2\nz = 1\n", { try $0.set("p.q.c", to: 3) }, "p.q.b = 2\np.q.c = 3\nz = 1\n"),
      EditCase("p = { b = 2 }\n", { try $0.set("p.c", to: 3) }, "p = { b = 2, c = 3 }\n"),
      EditCase("p = {}\n", { try $0.set("p.c", to: 3) }, "p = {c = 3}\n"),
      EditCase("a = 1\n", { try $0.set("x.y", to: ["k": 1]) }, "a = 1\nx = { y = { k = 1 } }\n"),
      EditCase("d = 2026-01-10\n", { try $0.set("d", to: .timestamp(.init("2026-01-11")!)) }, "d = 2026-01-11\n"),
      EditCase("t = [\"a\"]\n", { try $0.append("b", to: "t") }, "t = [\"a\", \"b\"]\n"),
      EditCase("t = [\n  'a', # 一\n]\n", { try $0.append("b", to: "t") }, "t = [\n  'a', # 一\n  'b',\n]\n"),
      EditCase("[[t]]\na = 1\n", { try $0.append(["a": 2], to: "t") }, "[[t]]\na = 1\n\n[[t]]\na = 2\n"),
      EditCase("a = 1\nb = 2 # 二\nc = 3\n", { try $0.remove("b") }, "a = 1\nc = 3\n"),
      EditCase("a.b = 1\na.c = 2\n", { try $0.remove("a.b") }, "a.c = 2\n"),
      EditCase("a.b = 1\nz = 3\na.c = 2\n", { try $0.remove("a") }, "z = 3\n"),
      EditCase("a.b = 1\nz = 3\n", { try $0.remove("a.b") }, "z = 3\n"),
      EditCase("z = 1\n[p]\na = 1\n[q]\nb = 2\n[p.r]\nc = 3\n", { try $0.remove("p") }, "z = 1\n[q]\nb = 2\n"),
      EditCase("[[t]]\na = 1\n[[t]]\na = 2\n", { try $0.remove("t.0") }, "[[t]]\na = 2\n"),
      EditCase("t = [1, 2, 3]\n", { try $0.remove("t.2") }, "t = [1, 2]\n"),
      EditCase("p = { a = 1, b = 2 }\n", { try $0.remove("p.a") }, "p = { b = 2 }\n"),
      EditCase("a = 1\n", { try $0.rename("a", to: "标题") }, "\"标题\" = 1\n"),
      EditCase("[p]\na = 1\n[p.q]\nb = 2\n", { try $0.rename("p", to: "r") }, "[r]\na = 1\n[r.q]\nb = 2\n"),
      EditCase("a.b = 1\na.c = 2\n", { try $0.rename("a", to: "x") }, "x.b = 1\nx.c = 2\n"),
      EditCase("[[t]]\na = 1\n[[t]]\na = 2\n", { try $0.rename("t", to: "u") }, "[[u]]\na = 1\n[[u]]\na = 2\n"),
    ])
  func toml(_ test: EditCase) throws { try test.check(fence: "+++") }

  @Test(
    "JSON",
    arguments: [
      EditCase(
        "{\n  \"a\": \"旧\",\n  \"b\": 1\n}\n", { try $0.set("a", to: "新") }, "{\n  \"a\": \"新\",\n  \"b\": 1\n}\n"),
      EditCase("{\n  \"a\": 1\n}\n", { try $0.set("b", to: nil) }, "{\n  \"a\": 1,\n  \"b\": null\n}\n"),
      EditCase("{\n}\n", { try $0.set("b", to: [1, 2]) }, "{\n  \"b\": [1, 2]\n}\n"),
      EditCase("{\"a\": {}}\n", { try $0.set("a.b", to: 1.5) }, "{\"a\": {\"b\": 1.5}}\n"),
      EditCase("{\n  \"a\": 1,\n  \"b\": 2\n}\n", { try $0.remove("a") }, "{\n  \"b\": 2\n}\n"),
      EditCase("{\n  \"a\": 1,\n  \"b\": 2\n}\n", { try $0.remove("b") }, "{\n  \"a\": 1\n}\n"),
      EditCase("{\n  \"a\": 1\n}\n", { try $0.remove("a") }, "{\n}\n"),
      EditCase("{\"t\": [\"a\"]}\n", { try $0.append("b", to: "t") }, "{\"t\": [\"a\", \"b\"]}\n"),
      EditCase("{\"a\": 1}\n", { try $0.rename("a", to: "标\"题") }, "{\"标\\\"题\": 1}\n"),
    ])
  func json(_ test: EditCase) throws { try test.check(fence: ";;;") }

  @Test("a value that a syntax does not have is refused")
  func notRepresentable() throws {
    var toml = try FrontMatterEditor("+++\na = 1\n+++\n")
    #expect(throws: FrontMatterEditError.self) { try toml.set("a", to: nil) }
    var json = try FrontMatterEditor("{\n\"a\": 1\n}\n")
    #expect(throws: FrontMatterEditError.self) { try json.set("a", to: .float(.nan)) }
    #expect(toml.text == "+++\na = 1\n+++\n")
    #expect(json.text == "{\n\"a\": 1\n}\n")
  }
}
