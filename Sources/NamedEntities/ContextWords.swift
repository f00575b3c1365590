/// Words that tell what kind of thing a name beside them means. Written as lists a reader can check; folded once.
struct ContextWords: Sendable {
  /// The lists, folded once a process.
  static let shared = ContextWords()

  /// Words directly behind a name of each type.
  private let behind: [EntityType: [[UInt32]]]
  /// Words directly before a name of each type.
  private let before: [EntityType: [[UInt32]]]
  /// Measure words and verbs before everyday things: 一斤苹果, 吃小米.
  private let everydayBefore: [[UInt32]]
  /// What follows everyday things: 苹果汁, 小米粥.
  private let everydayBehind: [[UInt32]]

  private init() {
    func list(_ words: String) -> [[UInt32]] { words.split(separator: " ").map(\.folded) }
    behind = [
      .company: list(
        """
        公司 集团 股份 科技 CEO CTO COO CFO 创始 联合创始 联创 董事 总裁 副总裁 高管 员工 团队 总部 官方 旗下 发布 宣布 推出 表示 回应 \
        称 开源 收购 投资 融资 上市 股价 市值 财报 营收 估值 招聘 裁员 起诉 等公司 等厂商 等大厂 等企业 没来 做的 的人 \
        内部 工程师 研究员 研究院 实验室 们
        """),
      .product: list(
        """
        模型 大模型 系列 版本 这类 这样的 应用 APP 助手 平台 手机 芯片 系统 框架 用户 上线 开源 支持 生成 回答 出来 之后 聊天 \
        插件 接口 API 网页版 客户端 小程序 搜索 里 上 智能体 Agent
        """),
      .person: list("说 表示 认为 指出 谈到 回忆 老师 教授 博士 先生 女士 院士 总 出任 加入 离职 创办 创立 写道 透露 坦言 团队"),
      .organisation: list("大学 学院 研究院 实验室 教授 学生 团队 校友 毕业 论文 等高校 的人才"),
      .place: list("市 省 区 县 人 政府 当地 地区 本地 市场 的 总部 举行 举办 召开"),
      .event: list("大会 峰会 现场 期间 上 开幕 举行 召开 论坛 大赛 冠军"),
      .work: list("》 一书 作者 这本书 剧 电影 播出"),
      .technology: list("算法 架构 机制 协议 标准 语言 技术 论文 模型 定理 层 网络"),
    ]
    before = [
      .company: list("入股 加入 离开 就职于 收购 投资 起诉 据 竞争对手 大厂 巨头 来自 加盟 供应商 客户 厂商"),
      .product: list("使用 用 打开 下载 接入 基于 通过 搭载 调用 上线 推出 发布 升级 体验 问 在"),
      .person: list("创始人 CEO 教授 博士 院士 作者 主持人 嘉宾 总裁 工程师 研究员 记者 请"),
      .organisation: list("毕业于 就读于 来自 任教于 考入 在 加入"),
      .place: list("在 来到 前往 位于 落户 飞往 来自 抵达 去"),
      .event: list("参加 出席 亮相 在 举办 第"),
      .work: list("《 著有 阅读 读"),
      .technology: list("基于 采用 提出 支持 使用 用"),
    ]
    everydayBefore = list("个 颗 只 斤 公斤 克 吨 碗 块 片 袋 筐 粒 箱 棵 袋装 杯 盘 吃 种 煮 种植 切 削 啃 咬 喝 串 堆 把 根 朵 红 青 烂")
    everydayBehind = list("汁 粥 树 派 酱 醋 干 皮 园 肉 饭 面 糕 花 籽 核 味 种植 之火 燎原 价格 期货 产区 丰收")
  }

  /// The word of `type` that stands directly beside the characters `name`: its place.
  func word(of type: EntityType, beside name: Range<Int>, in text: FoldedText) -> Range<Int>? {
    word(of: type, behind: name, in: text)
      ?? Self.longest(before[type] ?? [], to: Self.previous(name.lowerBound, in: text), in: text)
  }

  /// The word of `type` that stands directly behind the characters `name`: its place.
  func word(of type: EntityType, behind name: Range<Int>, in text: FoldedText) -> Range<Int>? {
    Self.longest(behind[type] ?? [], from: Self.next(name.upperBound, in: text), in: text)
  }

  /// The word beside the characters `name` that goes with an everyday meaning: its place.
  func everydayWord(beside name: Range<Int>, in text: FoldedText) -> Range<Int>? {
    Self.longest(everydayBefore, to: name.lowerBound, in: text)
      ?? Self.longest(everydayBehind, from: name.upperBound, in: text)
  }

  /// `index`, or the place behind spaces, emphasis marks and closing quotation marks.
  private static func next(_ index: Int, in text: FoldedText) -> Int {
    var index = index
    while index < text.characters.count, isTransparent(text.characters[index]) { index += 1 }
    return index
  }

  private static func previous(_ index: Int, in text: FoldedText) -> Int {
    var index = index
    while index > 0, isTransparent(text.characters[index - 1]) { index -= 1 }
    return index
  }

  private static func isTransparent(_ character: UInt32) -> Bool {
    switch character {
    case 0x20, 0x2A, 0x201C, 0x201D, 0x300C, 0x300D, 0xA0: true
    default: false
    }
  }

  private static func longest(_ words: [[UInt32]], from index: Int, in text: FoldedText) -> Range<Int>? {
    words.filter { text.contains($0, at: index) }.map { index..<index + $0.count }.max { $0.count < $1.count }
  }

  private static func longest(_ words: [[UInt32]], to index: Int, in text: FoldedText) -> Range<Int>? {
    words.filter { text.contains($0, at: index - $0.count) }.map { index - $0.count..<index }
      .max { $0.count < $1.count }
  }
}
