/// Foreign names whose parts are separated by a dot: 大卫·霍尔茨.
enum ForeignNames {
  /// The dots.
  static let dots = "·‧・•"
  /// Characters that foreign names are often spelled with.
  static let characters =
    "阿埃艾安奥巴贝本比别宾伯布查达大戴丹德迪蒂杜多尔恩法菲费芬弗夫福盖格戈古哈海汉赫亨霍基吉加杰金卡凯康考科克肯库拉莱赖兰劳勒雷里利莉丽林琳伦罗洛马玛麦曼梅米密明莫穆姆纳娜内尼妮诺欧帕佩皮普奇乔琼瑞萨塞森沙山舍圣什斯史丝思苏索塔泰坦汤特提托瓦威维韦温文沃伍西希夏肖谢辛休雅亚耶伊英尤约扎詹朱佐"

  /// Joins the tokens on both sides of a dot, with the dot.
  static func join(_ path: inout TokenPath) {
    var place = 1
    while place + 1 < path.count {
      defer { place += 1 }
      guard path.traits(place).contains(.nameDot), path.isHan(place - 1), path.isHan(place + 1) else { continue }
      var start = path.start(endingAt: place)
      while start > 0, path.isSingleHan(start - 1), path.traits(start - 1).contains(.foreign) { start -= 1 }
      var end = path.end(of: place + 1)
      while end < path.count, path.isSingleHan(end), path.traits(end).contains(.foreign) { end += 1 }
      path.join(start, end)
    }
  }
}
