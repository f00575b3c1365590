internal import TextOffsets

extension Segmentation {
  /// What the piece is that ends at `end`, with its unit, and without a terminator.
  func classify(_ bytes: Bytes, _ end: Int, isItem: Bool) -> Sentence.Kind {
    if unit.pieces > 0 || unit.goesOn {
      return !unit.goesOn && bytes.isCredit(pieceStart, end) ? .label : .sentence
    }
    let start = bytes.afterDecoration(pieceStart, before: end)
    let textEnd = bytes.beforeMarks(end, after: start)
    guard start < textEnd, bytes.holdsText(start, textEnd) else { return .other }
    if unit.speaker >= 0 { return .sentence }
    if bytes.has("【", at: start, before: textEnd), bytes.has("】", endingAt: textEnd, after: start) { return .heading }

    let marker = bytes.afterQuoteMarks(pieceStart, before: end)
    let (mark, width) = bytes.scalar(at: marker)
    if mark.isDash, bytes.peek(marker + width, before: end).isDash { return .label }
    let body = bytes.listMarkerEnd(marker, before: textEnd) ?? bytes.listMarkerEnd(start, before: textEnd)
    let bodyStart = body ?? start
    if bodyStart == textEnd { return .heading }
    let isCaption = bytes.isCaption(start, textEnd) || followsImage && !unit.followsBlank
    if body == nil, !isCaption, bytes.isCredit(start, textEnd) { return .label }
    let statement = Statement(bytes, from: bodyStart, to: textEnd)

    let last = bytes.scalar(endingAt: textEnd, after: start).value
    if last == 0xFF1A || last == 0x3A {
      let colon = textEnd - (last == 0x3A ? 1 : 3)
      let states =
        statement.hasPredicate || statement.hasPause && statement.length > 5
        || bytes.endsInSpeech(colon, after: bodyStart) || bytes.beginsWithVerb(bodyStart, before: textEnd)
      return states ? .sentence : .label
    }
    if let body, !isItem, bytes.numbersTitles(start, body), statement.isTitle, unit.joinedLines == 0 { return .heading }
    if isItem || body != nil {
      return statement.hasPredicate
        || bytes.beginsWithVerb(bytes.afterLeadIn(bodyStart, before: textEnd), before: textEnd)
        ? .sentence : .listItem
    }
    if isCaption {
      return statement.hasPredicate && statement.hasPause && statement.beginsWithPronoun ? .sentence : .caption
    }
    if statement.isTitle { return .heading }
    return statement.hasPredicate || statement.hasPause && statement.length > 30 ? .sentence : .heading
  }
}

extension Statement {
  /// The most characters of a title that a line without marks may be.
  private static let longestTitle = 20

  /// Whether the text is as short as a title and has nothing of a sentence's end or beginning.
  var isTitle: Bool {
    length <= Self.longestTitle && !hasPause && !endsInParticle && !(beginsWithPronoun && hasPredicate)
  }
}

extension Bytes {
  /// The first offset behind marks of emphasis, quotation and blanks.
  fileprivate func afterDecoration(_ index: Int, before end: Int) -> Int {
    var index = index
    while index < end, self[index] == "*" || self[index] == ">" || self[index] == " " || self[index] == "_" {
      index += 1
    }
    return index
  }

  /// The first offset behind the marks of a block quotation.
  fileprivate func afterQuoteMarks(_ index: Int, before end: Int) -> Int {
    var index = index
    while index < end, self[index] == ">" || self[index] == " " { index += 1 }
    return index
  }

  /// Whether a letter, digit or Han character stands between two offsets, outside of an address.
  fileprivate func holdsText(_ start: Int, _ end: Int) -> Bool {
    var index = start
    var hasSpace = false
    var isAddress = false
    var holds = false
    while index < end {
      let (value, count) = scalar(at: index)
      if value == 0x40 || value == 0x3A && has("://", at: index, before: end) { isAddress = true }
      if value == 0x20 { hasSpace = true }
      if value.isHan { return true }
      if value.isLatin || value.isDigit { holds = true }
      index += count
    }
    return holds && !(isAddress && !hasSpace)
  }

  /// Whether the line is a credit: a short label, a bar or colon, a short value that states nothing.
  func isCredit(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 180 else { return false }
    var index = start
    var length = 0
    while index < end, length <= 8 {
      let (value, count) = scalar(at: index)
      switch value {
      case 0x7C, 0xFF5C, 0x4E28: return index > start
      case 0xFF1A, 0x3A:
        guard index > start, index + count < end, !endsInSpeech(index, after: start) else { return false }
        let value = Statement(self, from: index + count, to: end)
        return !value.hasPredicate && !value.hasPause
      default: break
      }
      length += value.isHan ? 1 : 0
      guard value.isHan || value.isLatin || value == 0x20 || value == 0x2F || value == 0x2A else { return false }
      index += count
    }
    return false
  }

  /// Whether an image, of Markdown or HTML, stands between two offsets.
  func isImage(_ start: Int, _ end: Int) -> Bool {
    has("![", at: start, before: end) || has("[![", at: start, before: end)
      || self[start] == "<" && find("<img", from: start, before: Swift.min(end, start + 256)) != nil
  }

  fileprivate func isCaption(_ start: Int, _ end: Int) -> Bool {
    let words: [StaticString] = ["图", "圖", "▲", "△", "▼", "从左", "從左", "左起", "表", "Figure", "Fig."]
    guard words.contains(where: { has($0, at: start, before: end) }) else { return false }
    // 图书馆, 表示: the word goes on.
    let (_, count) = scalar(at: start)
    let next = peek(start + count, before: end)
    return !next.isHan || next.isHanNumeral
      || ["图片", "圖片", "图源", "圖源", "从左", "從左", "左起", "图为", "圖為", "图注", "圖注"]
        .contains(where: { (word: StaticString) in has(word, at: start, before: end) })
  }

  /// Whether titles are numbered with such a marker: `一、`, or a number with a point and no blank behind it.
  fileprivate func numbersTitles(_ start: Int, _ end: Int) -> Bool {
    let first = scalar(at: start).value
    if first.isHanNumeral { return true }
    guard first.isDigit else { return false }
    return self[end - 1] != " "
  }

  /// The first offset behind the box of a task and marks of emphasis, at the start of a list item.
  fileprivate func afterLeadIn(_ index: Int, before end: Int) -> Int {
    var index = index
    if has("[ ] ", at: index, before: end) || has("[x] ", at: index, before: end) { index += 4 }
    while index < end, self[index] == "*" || self[index] == " " { index += 1 }
    return index
  }

  /// Whether the text begins with a verb that takes an object, as items of lists do: 支持…, 修复….
  fileprivate func beginsWithVerb(_ index: Int, before end: Int) -> Bool {
    if index + 3 < end, self[index + 3] < 0x80, scalar(at: index).value.isOne(of: "用让讓把给給做写寫读讀看试試加跑装裝") { return true }
    guard index + 6 < end, let word = word(at: index, before: end) else { return false }
    return ItemVerbs.all.contains(word) && peek(index + 6, before: end) != 0x7684
  }

  /// The two Han characters at `index` as one number.
  func word(at index: Int, before end: Int) -> UInt64? {
    guard index + 6 <= end else { return nil }
    let first = scalar(at: index)
    let second = scalar(at: index + first.count)
    guard first.value.isHan, second.value.isHan else { return nil }
    return UInt64(first.value) << 32 | UInt64(second.value)
  }
}

/// Words of two Han characters, each as one number.
func words(_ list: String) -> Set<UInt64> {
  Set(
    list.split(separator: " ").map { word in
      word.unicodeScalars.reduce(0) { $0 << 32 | UInt64($1.value) }
    })
}

/// The verbs that items of lists of features, changes and steps begin with, in both scripts.
private enum ItemVerbs {
  static let all = words(
    "支持 支援 修复 修復 修正 优化 優化 增加 新增 添加 加入 删除 刪除 移除 改进 改進 改善 提升 提高 降低 减少 "
      + "減少 使用 采用 採用 更新 升级 升級 调整 調整 重构 重構 允许 允許 避免 实现 實現 完成 发布 發布 發佈 推出 "
      + "提供 介绍 介紹 解决 解決 处理 處理 防止 保持 保留 安装 安裝 下载 下載 打开 打開 关闭 關閉 启动 啟動 运行 "
      + "運行 執行 执行 配置 设置 設置 設定 创建 創建 建立 选择 選擇 检查 檢查 确认 確認 了解 学习 學習 帮助 幫助 "
      + "推动 推動 加强 加強 构建 構建 打造 探索 引入 引进 部署 训练 訓練 生成 获取 獲取 获得 獲得 收集 收购 收購 "
      + "投资 投資 宣布 完善 扩大 擴大 覆盖 覆蓋 整合 集成 替换 替換 切换 切換 显示 顯示 隐藏 隱藏 导入 導入 导出 "
      + "匯出 匯入 上传 上傳 分析 比较 比較 阅读 閱讀 编写 編寫 撰写 撰寫 测试 測試 验证 驗證 确保 確保 拒绝 拒絕 "
      + "面对 面對 尝试 嘗試 坚持 堅持 开始 開始 停止 参加 參加 参与 參與 关注 關注 成为 成為 进入 進入 离开 離開 "
      + "")
}
