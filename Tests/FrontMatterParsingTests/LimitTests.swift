import FrontMatterParsing
import Testing
import TextOffsets

@Suite("Limits and hostile pages")
struct LimitTests {
  private func code(_ page: String, _ limits: FrontMatter.Limits = .init()) -> FrontMatterError.Code? {
    do throws(FrontMatterError) {
      _ = try FrontMatter(in: page, limits: limits)
      return nil
    } catch {
      return error.code
    }
  }

  private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test("an alias bomb ends at once")
  func aliasBomb() {
    var lines = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 { lines += "a\(level): &a\(level) [" + repeated("*a\(level - 1),", 10) + "]\n" }
    let clock = ContinuousClock()
    let time = clock.measure { #expect(code("---\n" + lines + "---\n") == .tooManyAliases) }
    #expect(time < .milliseconds(250))
    // A long text that stands in many places.
    let long = "---\na: &a \"" + repeated("长", 100_000) + "\"\nb: [" + repeated("*a,", 1_000) + "]\n---\n"
    #expect(code(long) == .tooManyAliases)
    // A chain that is deep only once it is followed.
    var chain = "a0: &a0 [x]\n"
    for level in 1...100 { chain += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(code("---\n" + chain + "---\n") == .tooDeep)
  }

  @Test("nesting ends at the limit, whatever the syntax")
  func nesting() {
    let deep = 20_000
    #expect(code("---\na: " + repeated("[", deep) + "\n---\n") == .tooDeep)
    #expect(code("---\na: " + repeated("{a: ", deep) + "\n---\n") == .tooDeep)
    #expect(code("---\na:\n  " + repeated("- ", deep) + "\n---\n") == .tooDeep)
    #expect(code("---\na:\n  " + repeated("? ", deep) + "\n---\n") == .tooDeep)
    #expect(code("+++\na = " + repeated("[", deep) + "\n+++\n") == .tooDeep)
    #expect(code("+++\n" + repeated("a.", deep) + "a = 1\n+++\n") == .tooDeep)
    #expect(code("+++\n[" + repeated("a.", deep) + "a]\n+++\n") == .tooDeep)
    #expect(code(";;;\n{\"a\": " + repeated("[", deep) + "\n;;;\n") == .tooDeep)
    // The deepest that is allowed does not overflow a stack.
    let limits = FrontMatter.Limits(depth: 1_000_000)
    #expect(code("---\na: " + repeated("[", 999) + repeated("]", 999) + "\n---\n", limits) == nil)
    #expect(code("---\na: " + repeated("[", 1000) + repeated("]", 1000) + "\n---\n", limits) == .tooDeep)
  }

  @Test("settable limits")
  func settable() {
    #expect(code("---\na: 1\nb: 2\n---\n", .init(bytes: 9)) == .tooLarge)
    #expect(code("---\na: 1\nb: 2\n---\n", .init(bytes: 10)) == nil)
    for page in ["---\na: 1\nb: 2\nc: 3\n---\n", "+++\na=1\nb=2\nc=3\n+++\n", "{\"a\":1,\"b\":2,\"c\":3\n}\n"] {
      #expect(code(page, .init(keys: 2)) == .tooManyKeys)
      #expect(code(page, .init(keys: 3)) == nil)
    }
    #expect(code("---\na: {b: {c: 1}}\n---\n", .init(depth: 2)) == .tooDeep)
  }

  @Test("the work is linear in the length of a hostile page")
  func linear() {
    // Twice the size would take four times the time if it were not.
    #if DEBUG
      let size = 60_000
    #else
      let size = 600_000
    #endif
    let pages = [
      "---\na: \"" + repeated("\\n", size / 2), "---\na: '" + repeated("''", size / 2),
      "---\na: " + repeated("x ", size / 2),
      "---\n" + repeated("\n", size), "---\n" + repeated("#\n", size / 2), "---\na: |\n" + repeated(" \n", size / 2),
      "---\na: x\n" + repeated("  x\n", size / 4), "---\n" + repeated("- ", 30) + repeated(" ", size),
      "---\na: [" + repeated("x,", size / 2), "---\n? " + repeated("&a ", size / 3), "---\na: " + repeated("!", size),
      "+++\na = \"" + repeated("\\n", size / 2), "+++\na = [" + repeated("1,", size / 2),
      "+++\n#" + repeated("x", size),
      "{" + repeated("\"", size), "{" + repeated("[]", size / 2), repeated("-", size), repeated("---\n", size / 4),
      repeated("\n", size), repeated(" ", size), "---\n" + repeated("\t", size), "---\r" + repeated("\r", size),
    ]
    let clock = ContinuousClock()
    for page in pages {
      for ending in ["", "\n---\n", "\n+++\n", "\n}\n"] {
        let time = clock.measure { _ = code(page + ending) }
        #expect(time < .seconds(2), "\(page.prefix(20))")
      }
    }
  }

  @Test("many keys cost no more than they must")
  func manyKeys() {
    let keys = (0..<20_000)
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(code("---\n" + keys.map { "k\($0): 1\n" }.joined() + "---\n") == nil)
      #expect(code("+++\n" + keys.map { "k\($0) = 1\n" }.joined() + "+++\n") == nil)
      #expect(code("{\n" + keys.map { "\"k\($0)\": 1" }.joined(separator: ",\n") + "\n}\n") == nil)
    }
    #expect(time < .seconds(5))
  }

  @Test("no page with a byte changed, left out or cut off is read wrongly or ends the process")
  func damaged() throws {
    let pages = [
      "---\na: &x [1, 'b', \"c\\n\"]\nd: |-\n  e\n? f\n: *x\ng: {h: !!str i, j}\n---\n",
      "+++\na = [1, 'b', \"\"\"c\"\"\"]\n[d.e]\nf.g = 2026-01-10\n[[h]]\ni = {j = 1}\n+++\n",
      "{\n\"a\": [1, \"b\\u00e9\", null],\n\"c\": {\"d\": -1.5e3}\n}\n",
    ]
    var choices = Choices(seed: 7)
    for page in pages {
      let bytes = Array(page.utf8)
      for _ in 0..<2_000 {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...3, using: &choices) {
          guard !damaged.isEmpty else { break }
          let index = Int.random(in: 0..<damaged.count, using: &choices)
          switch Int.random(in: 0..<4, using: &choices) {
          case 0: damaged[index] = UInt8.random(in: 0...127, using: &choices)
          case 1: damaged.remove(at: index)
          case 2: damaged.insert(choices.one(of: Array("\n\t \"'[]{}:,#&*!|>-?=.\\".utf8)), at: index)
          default: damaged.removeLast(damaged.count - max(index, 1))
          }
        }
        let text = String(decoding: damaged, as: UTF8.self)
        guard let matter = try? FrontMatter(in: text) else { continue }
        #expect(matter.block.range.end == matter.bodyRange.start && matter.bodyRange.end == text.utf8.count)
        for entry in matter.data.entries {
          // Ranges lie in the content, on scalar boundaries; values can be taken.
          #expect(matter.block.contentRange.contains(entry.value.range))
          #expect(String(Substring(text[entry.value.range])).utf8.count == entry.value.range.count)
          _ = entry.value.value
        }
      }
    }
  }
}
