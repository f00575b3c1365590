/// Persons' names: a surname and a given name of one or two characters.
enum PersonNames {
  /// The surnames of one character that are common.
  static let surnames =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤井俞闵柳翟贝"

  /// Where the name that starts at `start`, in a run of single characters that ends at `end`, ends; `nil` for no name.
  static func end(_ path: borrowing TokenPath, _ start: Int, _ end: Int) -> Int? {
    guard path.traits(start).contains(.surname) else { return nil }
    var place = start + 1
    while place < min(end, start + 3) && !path.traits(place).contains(.function) { place += 1 }
    return place > start + 1 ? place : nil
  }
}
