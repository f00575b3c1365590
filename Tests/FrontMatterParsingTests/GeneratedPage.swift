import FrontMatterParsing

/// A repeatable source of choices: SplitMix64.
struct Choices: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// Whether something happens that happens once in `count` times.
  mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}

/// How many pages a property is tried on: fewer in debug builds, which are slow.
#if DEBUG
  let generatedPages = 200
#else
  let generatedPages = 2_000
#endif

/// Values and pages as people might write them, with every trap of quoting.
enum Generated {
  static let texts = [
    "端侧模型", "小而快，但不便宜", "a", "y", "no", "NULL", "~", "true", "12", "1.10", "1_000", "12:30:45", "2026-01-10",
    "it's", "say \"hi\"", "back\\slash", "# no comment", "a # b", "a: b", "a:b", "key:", "- item", "-", "--- x", "...",
    "{a}", "[b]", "a, b", "&x", "*x", "!t", "|", ">", "%", "@at", "`tick", "?", "? q", ":x", " leading", "trailing ",
    "",
    "two\nlines", "three\n\nlines\n", "tab\there", "“引号”", "全角：冒号", "emoji 👩🏽‍💻", "\u{7F}", "\u{2028}", "x\u{FEFF}", "=",
    "<<", "0x1F", "0o17", ".5", "5.", "+1", "-1", "1e3", ".inf", "nan", "null", "https://example.com/a?b=c#d",
  ]
  static let keys = [
    "title", "标题", "发布日期", "tags", "a b", "a.b", "2024", "true", "key: x", "it's", "\"q\"", "x#y", "-", "- x", "[k]",
    "长键名",
  ]

  static func scalar(_ choices: inout Choices) -> FrontMatter.Value {
    switch Int.random(in: 0..<10, using: &choices) {
    case 0: .boolean(Bool.random(using: &choices))
    case 1: .integer(Int.random(in: -1000...1000, using: &choices))
    case 2: .float(Double(Int.random(in: -999...999, using: &choices)) / 8)
    case 3: .timestamp(FrontMatter.Timestamp(choices.one(of: ["2026-01-10", "2026-01-10T08:30:00+08:00"]))!)
    default: .string(choices.one(of: texts))
    }
  }

  static func value(_ choices: inout Choices, depth: Int) -> FrontMatter.Value {
    if depth == 0 || !choices.once(in: 3) { return scalar(&choices) }
    if choices.once(in: 2) {
      return .sequence((0..<Int.random(in: 0...3, using: &choices)).map { _ in value(&choices, depth: depth - 1) })
    }
    return mapping(&choices, count: Int.random(in: 0...3, using: &choices), depth: depth - 1)
  }

  static func mapping(_ choices: inout Choices, count: Int, depth: Int) -> FrontMatter.Value {
    let keys = Self.keys.shuffled(using: &choices).prefix(count)
    return .mapping(keys.map { FrontMatter.Value.Entry(key: $0, value: value(&choices, depth: depth)) })
  }
}

/// YAML of a mapping, written with a random mixture of styles, comments, blank lines and indentations.
struct StyledYAML {
  var choices: Choices
  var lineBreak = "\n"

  mutating func page(_ data: FrontMatter.Value) -> String {
    guard case .mapping(let entries) = data else { return "" }
    var content = ""
    for entry in entries { content += noise(0) + self.entry(entry, 0) }
    content += noise(0)
    let page = "---\n" + content + "---\n\n正文\n---\n"
    return lineBreak == "\n" ? page : page.replacing("\n", with: lineBreak)
  }

  private mutating func noise(_ indent: Int) -> String {
    guard choices.once(in: 5) else { return "" }
    return choices.one(of: ["\n", "# 注\n", String(repeating: " ", count: indent) + "# a: [\n", " \n"])
  }

  private mutating func entry(_ entry: FrontMatter.Value.Entry, _ indent: Int) -> String {
    String(repeating: " ", count: indent) + quoted(entry.key, inFlow: false, isKey: true)
      + choices.one(of: ["", "", " "]) + ":"
      + after(entry.value, indent, isItem: false)
  }

  /// What follows a colon or a hyphen at the column `indent`.
  private mutating func after(_ value: FrontMatter.Value, _ indent: Int, isItem: Bool) -> String {
    let comment = choices.one(of: ["", "", "", " # 注: x", "  #"])
    switch value {
    case .mapping(let entries) where !entries.isEmpty && !choices.once(in: 4):
      let deeper = indent + choices.one(of: isItem ? [2] : [1, 2, 4])
      var lines = ""
      for entry in entries { lines += noise(deeper) + self.entry(entry, deeper) }
      // `- key: value`, where no comment came first.
      if isItem && lines.hasPrefix("  ") && choices.once(in: 2),
        lines.dropFirst(indent + 2).first?.isWhitespace == false,
        !lines.dropFirst(indent + 2).hasPrefix("#")
      {
        return " " + lines.dropFirst(indent + 2)
      }
      return comment + "\n" + lines
    case .sequence(let elements) where !elements.isEmpty && !choices.once(in: 3):
      let deeper = indent + choices.one(of: isItem ? [1, 2] : [0, 2, 4])
      var lines = ""
      for element in elements {
        lines += noise(deeper) + String(repeating: " ", count: deeper) + "-" + after(element, deeper, isItem: true)
      }
      return comment + "\n" + lines
    case .string(let text) where isBlockText(text) && choices.once(in: 2):
      let deeper = String(repeating: " ", count: indent + choices.one(of: [1, 2]))
      let body = text.split(separator: "\n", omittingEmptySubsequences: false)
      return " |-" + comment + "\n" + body.map { $0.isEmpty ? "\n" : deeper + $0 + "\n" }.joined()
    default: return choices.one(of: [" ", "   "]) + inline(value, inFlow: false) + comment + "\n"
    }
  }

  private func isBlockText(_ text: String) -> Bool {
    !text.isEmpty && text.first != " " && text.first != "\n" && text.last != "\n"
      && !text.unicodeScalars.contains { $0.value == 0x7F || $0.value == 0xFEFF || $0.value == 0x2028 }
  }

  private mutating func inline(_ value: FrontMatter.Value, inFlow: Bool) -> String {
    switch value {
    case .sequence(let elements):
      var items: [String] = []
      for element in elements { items.append(inline(element, inFlow: true)) }
      return "[" + items.joined(separator: choices.one(of: [", ", ",", " , "])) + "]"
    case .mapping(let entries):
      var items: [String] = []
      for entry in entries {
        items.append(quoted(entry.key, inFlow: true, isKey: true) + ": " + inline(entry.value, inFlow: true))
      }
      return "{" + items.joined(separator: ", ") + "}"
    case .string(let text): return quoted(text, inFlow: inFlow, isKey: false)
    case .boolean(let truth): return choices.one(of: truth ? ["true", "True", "TRUE"] : ["false", "False", "FALSE"])
    case .timestamp(let timestamp): return timestamp.text
    case .integer(let number): return "\(number)"
    case .float(let number): return "\(number)"
    default: return choices.one(of: ["null", "~"])
    }
  }

  /// The text without quotes if it is harmless, or in a style that holds it.
  private mutating func quoted(_ text: String, inFlow: Bool, isKey: Bool) -> String {
    let isHarmless =
      text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "'" }
      && text.first?.isLetter == true && text.last?.isLetter == true
      && !["true", "null", "nan"].contains(text.lowercased())
    if isHarmless && choices.once(in: 2) { return text }
    let fitsSingle = !text.unicodeScalars.contains { $0.value < 0x20 || [0x7F, 0x2028, 0xFEFF].contains($0.value) }
    if fitsSingle && choices.once(in: 2) { return "'" + text.replacing("'", with: "''") + "'" }
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\t": escaped += choices.one(of: ["\\t", "\\x09", "\t"])
      case _ where scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}
