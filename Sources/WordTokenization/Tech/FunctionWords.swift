/// Function words of two characters, and those that only look like one.
enum FunctionWords {
  /// Pronouns, adverbs, conjunctions and prepositions, which take no suffix.
  static let pairs = """
    已经 可以 可能 因为 如果 所以 但是 而且 或者 还是 就是 不是 没有 这个 那个 什么 怎么 我们 他们 你们 她们 它们 自己 大家 \
    这些 那些 这样 那样 这里 那里 时候 之后 之前 以及 虽然 然而 因此 于是 其中 其实 应该 需要 能够 必须 开始 继续 通过 对于 关于 \
    由于 除了 为了 随着 按照 根据 非常 比较 特别 十分 更加 最近 现在 今天 明天 昨天 今年 去年 明年 如何 这种 那种 一个 一些 一下 \
    一样 一直 一起 不再 不同 不仅 而是 并且 甚至 只是 只有 只要 只能 总是 曾经 正在 即将 将要 一定 肯定 当然 仍然 依然 突然 忽然 \
    慢慢 渐渐 刚刚 常常 往往 经常 至少 最多 至多 大约 大概 左右 以上 以下 之间 之一
    """

  /// 说 and 讲, after which 的话 is two words: 说|的|话.
  static let speech = "说讲"

  /// Cuts 的话 behind the verb at the place.
  static func split(_ path: inout TokenPath, behindSpeech place: Int) {
    guard path.isSingleHan(place), path.isPairOfHan(place + 1),
      path.tables.words.deHua.contains(path.unit(place + 1), path.unit(place + 2))
    else { return }
    path.split(at: place + 2)
  }
}
