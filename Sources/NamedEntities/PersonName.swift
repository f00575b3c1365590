/// The parts of a person's full name by which a text may refer back to it.
struct PersonName {
  /// The given name: 顺雨 of 姚顺雨, Ilya of Ilya Sutskever. Empty where it is no reference by itself, such as the 杰
  /// of 唐杰.
  private(set) var given = ""
  /// The surname: 姚, Sutskever, 扎克伯格.
  private(set) var surname = ""
  /// Whether the surname alone refers to the person, as in Sutskever, and not only with a title, as in 姚总.
  private(set) var surnameStandsAlone = false

  /// The parts of `name`; `nil` where it is no full name, such as a pen name.
  init?(_ name: String) {
    let scalars = Array(name.unicodeScalars)
    if scalars.allSatisfy(\.isIdeograph) {
      let surnameCount = Self.surnameCount(scalars)
      guard surnameCount > 0, (1...2).contains(scalars.count - surnameCount) else { return nil }
      surname = String(String.UnicodeScalarView(scalars.prefix(surnameCount)))
      if scalars.count - surnameCount == 2 { given = String(String.UnicodeScalarView(scalars.dropFirst(surnameCount))) }
      return
    }
    let parts = name.split { $0 == " " || $0 == "·" || $0 == "・" || $0 == "‧" || $0 == "•" }.map(String.init)
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return nil }
    let isLatin = parts.allSatisfy { $0.unicodeScalars.first?.properties.isUppercase ?? false }
    let isTransliterated = parts.allSatisfy { $0.unicodeScalars.allSatisfy(\.isIdeograph) }
    guard isLatin || isTransliterated else { return nil }
    given = first.unicodeScalars.count > 2 ? first : ""
    surname = last.unicodeScalars.count > 1 ? last : ""
    surnameStandsAlone = true
  }

  /// How many characters the surname at the start takes; 0 where there is none.
  private static func surnameCount(_ name: [Unicode.Scalar]) -> Int {
    let folded = name.map { CharacterFolding.shared.fold($0) }
    if folded.count > 2, doubleSurnames.contains(Array(folded[0..<2])) { return 2 }
    return folded.first.map { singleSurnames.contains($0) } ?? false ? 1 : 0
  }

  /// The surnames of almost all Chinese people.
  private static let singleSurnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖\
    贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟\
    殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时\
    穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩\
    明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰\
    支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎\
    勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由
    """.folded)

  private static let doubleSurnames = Set(
    ["欧阳", "上官", "司马", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "端木", "呼延", "轩辕"]
      .map(\.folded))

  /// Titles and forms of address that follow a surname or stand behind a given name, the longest first where one begins
  /// another.
  static let titles = [
    "总经理", "董事长", "总裁", "总监", "总", "老师", "教授", "博士", "院士", "先生", "女士", "小姐", "老板", "校长", "院长", "所长", "主任",
    "主席", "书记", "部长", "同学", "师兄", "师姐", "学长", "学姐", "导师", "医生", "律师", "董", "爷", "哥", "姐",
  ].map(\.folded)

  /// What begins with 总 or another one-character title and is no title: 王总是 is 王 + 总是.
  static let titleTraps = Set(
    "总是 总共 总体 总的 总计 总会 总要 总能 总结 总部 总理 总统 总数 总量 总之 总算 总归 总和 总额 总值 董事 董秘 哥们 姐妹 姐姐 哥哥 爷爷"
      .split(separator: " ").map(\.folded))
}
