import TextOffsets

/// Text made of the fuzzer's bytes.
///
/// Mutated bytes are seldom UTF-8 and hardly ever Chinese. So an input that begins with an odd byte is read as numbers of
/// fragments (what engines look for), and any other as UTF-8, repaired.
struct StructuredText {
  let text: String
  /// A number to choose options and places by.
  let choice: Int

  init(_ input: [UInt8]) {
    choice = Int(input.first ?? 0) | Int(input.dropFirst().first ?? 0) << 8
    let rest = input.dropFirst(2)
    if input.first.map({ $0 & 1 == 1 }) ?? false {
      text = rest.map { Self.fragments[Int($0) % Self.fragments.count] }.joined()
    } else {
      text = String(decoding: rest, as: UTF8.self)
    }
  }

  /// A range of the text, on scalar boundaries, that the choice picks.
  var range: UTF8Range {
    let count = max(1, text.utf8.count)
    let one = choice * 7 % count
    let two = choice * 31 % count
    return text.scope(of: UTF8Range(start: min(one, two), end: max(one, two)))
  }

  static let fragments: [String] = [
    "\n", "\r\n", "\r", " ", "\u{3000}", "\u{A0}", "\t", "\0", "。", "，", "！", "？", "…", "……", "——", "：", "；", "、", ".",
    ",", "!",
    "?", ":", ";", "“", "”", "‘", "’", "「", "」", "『", "』", "\"", "'", "（", "）", "(", ")", "《", "》", "【", "】", "[", "]",
    "{", "}",
    "#", "# ", "## ", "*", "**", "_", "~", "`", "```", "~~~", "    ", "- ", "+ ", "> ", "1. ", "（1）", "①", "一、", "|",
    "---", "---\n",
    "+++\n", ";;;\n", "...", "===", "***", "<", ">", "</", "<p>", "</p>", "<b>", "<!--", "-->", "<html>", "<script>",
    "&", "!", "![",
    "](", "]]", "[[", "{{<", ">}}", "{%", "%}", "[^1]", "https://", "www.", "a@b.cn", "\\", "/", "=", "key: ", "标题: ",
    "title = ",
    "- a: ", "a: |\n", "a: >-\n", "&a ", "*a", "!!str ", "? ", "[1, ", "{a: ", "\"\"\"", "'''", "0x1F", "1e9",
    "2026-01-10",
    "true", "null", "~", "的", "了", "里", "裡", "裏", "后", "後", "发", "發", "髮", "干", "乾", "幹", "面", "麵", "范", "范式", "游戏",
    "阿里",
    "台", "臺", "台湾", "程序", "程式", "软件", "軟體", "计算机", "電腦", "人工智能", "中关村", "海淀", "清华大学", "唐杰", "唐老师", "任正非", "任总",
    "苹果", "小米", "豆包", "华为", "OpenAI", "GPT-4", "Qwen3", "DeepSeek", "iPhone 17", "C++", "Node.js", "U.S.", "AI", "a",
    "B", "z", "０",
    "Ａ", "ｂ", "1", "9", "3.14", "1,000", "10%", "一", "二", "十", "百", "万", "年", "月", "日", "号", "他", "她", "说", "道", "们",
    "主持人",
    "\n：", "e\u{301}", "\u{301}", "\u{200B}", "\u{200D}", "\u{FEFF}", "👍", "👩‍💻", "🇨🇳", "𠮷", "㛃", "\u{F900}", "\u{E000}",
    "ｶﾞ", "ア",
    "한", "я", "é", "Ⅳ", "㎞", "•", "·", "－", "-", "+", "$", "￥", "%", "@", "^",
  ]
}
