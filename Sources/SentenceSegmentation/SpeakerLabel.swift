internal import TextOffsets

extension Segmentation {
  /// Notes the speaker whose label the unit begins with, and gives the place behind the label and its colon.
  mutating func afterLabel(_ bytes: Bytes) -> Int {
    let start = bytes.afterLabelMarks(unit.start, before: unit.limit)
    guard let label = bytes.speakerLabel(start, before: unit.limit) else { return unit.start }
    let name = UTF8Range(start: start, end: label.nameEnd)
    unit.speaker = Int32(speakers.count)
    speakers.append(name)
    return unit.start
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

  /// The end of the speaker's name at `index` and of the colon behind it.
  ///
  /// A name alone on its line with the colon on the next is a speaker. Before a colon on the same line it has to look like
  /// one: a role (主持人, 记者, Q), or a Chinese name by its surname and length.
  fileprivate func speakerLabel(_ index: Int, before end: Int) -> (nameEnd: Int, end: Int)? {
    var place = index
    var length = 0
    while place < end, length <= 16 {
      let (value, count) = scalar(at: place)
      if value == 0xFF1A || value == 0x3A {
        let nameEnd = beforeMarks(place, after: index)
        return length > 0 && isSpeaker(index, nameEnd) ? (nameEnd, place + count) : nil
      }
      if value == 0x0A || value == 0x0D {
        let next = afterSpace(place, before: end)
        guard length > 0, peek(next, before: end) == 0xFF1A, !holdsBlankLine(from: place, to: next) else { return nil }
        return (beforeSpace(beforeMarks(place, after: index), after: index), next + 3)
      }
      guard value.isNamePart else { return nil }
      length += value.isHan ? 1 : 0
      if !value.isHan, place - index > 32 { return nil }
      if length == 0 { length = value.isLatin ? 1 : 0 }
      place += count
    }
    return nil
  }

  private func isSpeaker(_ start: Int, _ end: Int) -> Bool {
    if Self.roles.contains(where: { has($0, at: start, before: end) || has($0, endingAt: end, after: start) }) {
      return true
    }
    let (first, count) = scalar(at: start)
    if end - start == 1 { return first == 0x51 || first == 0x41 }  // Q, A
    guard first.isHan else { return false }
    let length = (start..<end).reduce(0) { self[$1] & 0xC0 == 0x80 ? $0 : $0 + 1 }
    let isHanOnly = length * 3 == end - start
    guard isHanOnly, length == 2 || length == 3 else { return false }
    _ = count
    return first.isSurname
  }

  private static let roles: [StaticString] = [
    "主持", "记者", "記者", "嘉宾", "嘉賓", "老师", "老師", "教授", "先生", "女士", "提问", "提問", "观众", "觀眾", "问", "問", "答",
    "编辑部", "對話", "旁白",
  ]
}

extension UInt32 {
  /// A character that speakers' names hold.
  fileprivate var isNamePart: Bool {
    if isHan || isLatin || isDigit { return true }
    switch self {
    case 0xB7, 0x30FB, 0x2F, 0xFF0F, 0x20, 0x2A, 0xFF08, 0xFF09, 0x28, 0x29, 0x2D, 0x5F: return true
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
