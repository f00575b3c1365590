/// What follows a quotation that ended in a terminator of its own.
extension Bytes {
  /// Whether an attribution begins at `index`, as in `“…？”主持人问。`: one of the next two clauses ends in a verb of saying.
  /// A colon behind the verb introduces the next quotation instead.
  func attributionFollows(_ index: Int, before end: Int) -> Bool {
    var place = index
    var clauses = 0
    let limit = Swift.min(end, index + 150)
    while place < limit {
      let (value, count) = scalar(at: place)
      let isOpening = Pair(opening: value)?.isQuotation ?? false
      if value.isPause || value.isTerminator || isOpening || value == 0x0A || value == 0x2E || value == 0x22 {
        if endsInSpeech(place, after: index) { return value != 0xFF1A && value != 0x3A }
        clauses += 1
        if clauses == 2 || value.isTerminator || isOpening || value == 0x0A { return false }
      }
      place += count
    }
    return place == end && endsInSpeech(end, after: index)
  }

  /// Whether the text between two offsets ends in a verb of saying: 说, 追问道, 问他. Nothing is said where it is negated.
  func endsInSpeech(_ end: Int, after start: Int) -> Bool {
    var end = end
    var (last, count) = scalar(endingAt: end, after: start)
    // Particles and the person spoken to.
    while last.followsSpeech {
      end -= count
      (last, count) = scalar(endingAt: end, after: start)
    }
    let (before, _) = scalar(endingAt: end - count, after: start)
    return last.isSpeech(after: before)
  }
}

extension UInt32 {
  /// Whether the character, with the one before it, is a verb of saying that is not negated.
  fileprivate func isSpeech(after before: UInt32) -> Bool {
    switch Unicode.Scalar(self) {
    case "说", "說", "道", "问", "問", "答", "称", "稱", "喊", "叹", "嘆", "曰": !before.isOne(of: "没沒不能知")
    case "示": before.isOne(of: "表")
    case "为", "為": before.isOne(of: "认認")
    case "出": before.isOne(of: "指")
    case "调", "調": before.isOne(of: "强強")
    case "充": before.isOne(of: "补補")
    case "忆", "憶": before.isOne(of: "回")
    case "释", "釋": before.isOne(of: "解")
    case "露": before.isOne(of: "透")
    case "言": before.isOne(of: "坦直")
    case "应", "應": before.isOne(of: "回")
    case "提", "谈", "談": !before.isOne(of: "没沒不前会會访訪")
    case "醒": before.isOne(of: "提")
    case "绍", "紹": before.isOne(of: "介")
    case "结", "結": before.isOne(of: "总總")
    case "价", "價": before.isOne(of: "评評")
    case "论", "論": before.isOne(of: "评評")
    case "析": before.isOne(of: "分")
    case "断", "斷": before.isOne(of: "判")
    case "测", "測": before.isOne(of: "预預")
    case "槽": before.isOne(of: "吐")
    case "侃": before.isOne(of: "调調")
    case "吁", "籲": before.isOne(of: "呼")
    case "驳", "駁": before.isOne(of: "反")
    case "慨": before.isOne(of: "感")
    case "布", "佈": before.isOne(of: "宣")
    case "认", "認": before.isOne(of: "承确確")
    case "议", "議": before.isOne(of: "建")
    case "明": before.isOne(of: "说說")
    case "嘲": before.isOne(of: "自")
    case "趣": before.isOne(of: "打")
    case "申": before.isOne(of: "重")
    case "诉", "訴": before.isOne(of: "告")
    case "d": before.isOne(of: "i")  // said
    default: false
    }
  }

  /// A particle or pronoun that stands behind a verb of saying.
  fileprivate var followsSpeech: Bool {
    switch Unicode.Scalar(self) {
    case "了", "过", "過", "着", "著", "到", "我", "你", "他", "她", "们", "們": true
    default: false
    }
  }
}
