internal import TextOffsets

extension Segmentation {
  /// Notes the speaker whose name the unit begins with, if the colon at `colon` stands directly behind one.
  ///
  /// A name alone on its line, with the colon on the next, is a speaker, and so are roles (主持人, 记者, Q) and the speakers
  /// named before. A name, known by its surname and length, or any other short label needs words that are spoken behind it:
  /// 安全：默认关闭 is nobody's turn.
  mutating func noteSpeaker(_ bytes: Bytes, colon: Int) {
    guard unit.pieces == 0, unit.speaker < 0, colon - unit.start <= 64 else { return }
    let start = bytes.afterLabelMarks(unit.start, before: colon)
    guard let label = bytes.speakerLabel(start, colon) else { return }
    let identity = bytes.identity(start, label.end)
    if !label.isCertain, !knownSpeakers.contains(identity) {
      let spoken = bytes.spokenWords(from: colon, before: unit.limit)
      let isAsked = spoken.addresses && spoken.asks
      guard isAsked || label.isName && (spoken.addresses || followsTurn) || followsTurn && spoken.addresses else {
        return
      }
    }
    knownSpeakers.insert(identity)
    unit.speaker = Int32(speakers.count)
    speakers.append(UTF8Range(start: start, end: label.end))
  }
}

extension Bytes {
  /// The first offset from `index` on that is neither blank nor a mark of emphasis or quotation.
  fileprivate func afterLabelMarks(_ index: Int, before end: Int) -> Int {
    var index = index
    while index < end, self[index] == "*" || self[index] == " " || self[index] == ">" || self[index] == "_" {
      index += 1
    }
    return index
  }

  /// The label between the start of a unit and a colon; `nil` where something else stands there.
  fileprivate func speakerLabel(_ start: Int, _ colon: Int) -> (end: Int, isCertain: Bool, isName: Bool)? {
    var end = beforeMarks(colon, after: start)
    let isOnNextLine = end > start && (self[end - 1] == "\n" || self[end - 1] == "\r")
    end = beforeSpace(beforeMarks(beforeSpace(end, after: start), after: start), after: start)
    var place = start
    var length = 0
    while place < end {
      let (value, count) = scalar(at: place)
      guard value.isNamePart else { return nil }
      length += value.isHan || value.isLatin && length == 0 ? 1 : 0
      place += count
    }
    guard length > 0, length <= 16 else { return nil }
    if isOnNextLine || isRole(start, end) { return (end, true, false) }
    let isName = scalar(at: start).value.isSurname && end - start <= 9 && length * 3 == end - start && length > 1
    guard isName || length <= 6 else { return nil }
    return (end, false, isName)
  }

  /// A number that tells one name from another.
  fileprivate func identity(_ start: Int, _ end: Int) -> UInt64 {
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<end { hash = (hash ^ UInt64(self[index])) &* 0x100_0000_01B3 }
    return hash
  }

  /// Whether the words behind a colon address somebody or speak of the speaker, and whether they ask; forty characters count.
  fileprivate func spokenWords(from index: Int, before end: Int) -> (addresses: Bool, asks: Bool) {
    var index = index
    var addresses = false
    let limit = Swift.min(end, index + 150)
    while index < limit {
      let (value, count) = scalar(at: index)
      switch value {
      case 0x6211, 0x4F60, 0x60A8, 0x54B1: addresses = true  // 我你您咱
      case 0xFF1F, 0x3F: return (addresses, true)
      case 0x0A: return (addresses, false)
      default: break
      }
      index += count
    }
    return (addresses, false)
  }

  /// Whether the label is what speakers of interviews are called: a role, or one of Q, A, 问, 答.
  private func isRole(_ start: Int, _ end: Int) -> Bool {
    if let word = word(at: start, before: end), SpeakerRoles.all.contains(word) { return true }
    if end - start >= 6, let word = word(at: end - 6, before: end), SpeakerRoles.all.contains(word) { return true }
    switch scalar(at: start).value {
    case 0x51, 0x41: return (start + 1..<end).allSatisfy { self[$0].isASCIIDigit }
    case 0x95EE, 0x554F, 0x7B54: return end - start == 3
    default: return false
    }
  }
}

/// What speakers of interviews are called besides their names.
private enum SpeakerRoles {
  static let all = Array(words("主持 记者 記者 嘉宾 嘉賓 老师 老師 教授 先生 女士 提问 提問 观众 觀眾 旁白 对话 對話 采访 採訪 受访 受訪"))
}

extension UInt32 {
  /// A character that speakers' names hold.
  fileprivate var isNamePart: Bool {
    if isHan || isLatin || isDigit { return true }
    switch self {
    case 0xB7, 0x30FB, 0x2F, 0xFF0F, 0x20, 0x2A, 0xFF08, 0xFF09, 0x28, 0x29, 0x5F: return true
    default: return false
    }
  }

  /// A common Chinese surname.
  fileprivate var isSurname: Bool { Surnames.all.contains(self) }
}

/// The surnames that nearly all Chinese names begin with, in both scripts.
private enum Surnames {
  static let all: Set<UInt32> = Set(
    ("王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖蕭田董潘袁"
      + "蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛阎闫段雷龙"
      + "龍黎史陶贺賀毛郝顾顧龚龔邵万萬钱錢严嚴武戴莫孔向汤湯溫温康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷"
      + "詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳欧管柴蒙鲍鮑华華"
      + "喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏"
      + "宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺").unicodeScalars
      .map(\.value))
}
