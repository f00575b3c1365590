/// What follows a quotation that ended in a terminator of its own.
extension Bytes {
  /// Whether an attribution begins at `index`, as in `“…？”主持人问。`: one of the next two clauses ends in a verb of saying.
  func attributionFollows(_ index: Int, before end: Int) -> Bool {
    var place = index
    var clauses = 0
    let limit = Swift.min(end, index + 150)
    while place < limit {
      let (value, count) = scalar(at: place)
      let isOpening = Pair(opening: value)?.isQuotation ?? false
      if value.isPause || value.isTerminator || isOpening || value == 0x0A || value == 0x2E || value == 0x22 {
        if endsInSpeech(place, after: index) { return true }
        clauses += 1
        if clauses == 2 || value.isTerminator || isOpening || value == 0x0A { return false }
      }
      place += count
    }
    return place == end && endsInSpeech(end, after: index)
  }

  /// Whether the text between two offsets ends in a verb of saying, particles behind it not counted.
  func endsInSpeech(_ end: Int, after start: Int) -> Bool {
    var end = end
    var (last, count) = scalar(endingAt: end, after: start)
    while last == 0x4E86 || last == 0x8FC7 || last == 0x904E || last == 0x7740 || last == 0x8457 || last == 0x5230
      || last == 0x8BF4 && false
    {
      end -= count
      (last, count) = scalar(endingAt: end, after: start)
    }
    switch last {
    // 说說道问問答称稱喊叹嘆笑叫写寫曰
    case 0x8BF4, 0x8AAA, 0x9053, 0x95EE, 0x554F, 0x7B54, 0x79F0, 0x7A31, 0x558A, 0x53F9, 0x5606, 0x7B11, 0x53EB,
      0x5199, 0x5BEB, 0x66F0:
      return true
    default: break
    }
    return Self.speechVerbs.contains { has($0, endingAt: end, after: start) }
  }

  /// Verbs of saying that end in a character other verbs end in as well.
  private static let speechVerbs: [StaticString] = [
    "表示", "认为", "認為", "指出", "强调", "強調", "补充", "補充", "回忆", "回憶", "解释", "解釋", "透露", "坦言", "直言",
    "回应", "回應", "提", "提醒", "介绍", "介紹", "总结", "總結", "评价", "評價", "评论", "評論", "分析", "判断", "判斷",
    "预测", "預測", "吐槽", "调侃", "調侃", "呼吁", "呼籲", "谈", "談", "反驳", "反駁", "追问", "感慨", "宣布", "承认",
    "承認", "建议", "建議", "说明", "說明", "自嘲", "打趣", "重申", "said", "says", "asked", "wrote",
  ]
}
