internal import TextOffsets

/// Words for the same thing on both sides of the strait, in both scripts.
///
/// Only words that the other side does not use in any sense are here, so 信息 and 支持 are not.
struct RegionalTerms: Sendable {
  private struct Entry {
    let bytes: [UInt8]
    let isTaiwanese: Bool
    let counterpart: String
  }

  private let entries: [UInt32: [Entry]]

  /// The mainland's word and Taiwan's, in the script of each.
  private static let pairs = """
    软件 軟體 硬件 硬體 服务器 伺服器 鼠标 滑鼠 打印机 印表機 硬盘 硬碟 光盘 光碟 内存 記憶體 显卡 顯示卡 屏幕 螢幕
    网络 網路 互联网 網際網路 博客 部落格 短信 簡訊 音频 音訊 数据库 資料庫 程序员 程式設計師 编程 程式設計 程序 程式
    代码 程式碼 源代码 原始碼 字符串 字串 线程 執行緒 编译器 編譯器 文件夹 資料夾 菜单 選單 剪贴板 剪貼簿 分辨率 解析度
    像素 畫素 芯片 晶片 集成电路 積體電路 晶体管 電晶體 传感器 感測器 激光 雷射 硅谷 矽谷 出租车 計程車 方便面 泡麵
    宽带 寬頻 带宽 頻寬 信号 訊號 人工智能 人工智慧 异步 非同步 缓存 快取 队列 佇列 堆栈 堆疊 循环 迴圈 函数 函式
    正则表达式 正規表示式 脚本 指令碼 链接 連結 摩托车 機車 酸奶 優格 奶酪 起司
    """

  init(tables: ConversionTables) {
    let simplify = ScriptConverter(.t2s, tables: tables)
    let traditional = ScriptConverter(.s2tw, tables: tables)
    let words = Self.pairs.split(whereSeparator: \.isWhitespace).map(String.init)
    var entries: [UInt32: [Entry]] = [:]
    func add(_ word: String, _ isTaiwanese: Bool, _ counterpart: String) {
      guard let first = word.unicodeScalars.first?.value, first >= 0x3400, word.unicodeScalars.count > 1 else { return }
      entries[first, default: []].append(
        Entry(bytes: Array(word.utf8), isTaiwanese: isTaiwanese, counterpart: counterpart))
    }
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      let (mainland, taiwan) = (words[index], words[index + 1])
      let inSimplified = simplify.convert(taiwan)
      let inTraditional = traditional.convert(mainland)
      // The same word in two scripts tells nothing.
      if inSimplified == mainland || inTraditional == taiwan { continue }
      add(mainland, false, inSimplified)
      if inTraditional != mainland { add(inTraditional, false, taiwan) }
      add(taiwan, true, inTraditional)
      if inSimplified != taiwan { add(inSimplified, true, mainland) }
    }
    self.entries = entries.mapValues { $0.sorted { $1.bytes.count < $0.bytes.count } }
  }

  /// The scalars with which terms begin.
  var starts: Set<UInt32> { Set(entries.keys) }

  /// The longest term at `text`, which is at `place` of a text that ends at `end`.
  func longest(_ text: UnsafePointer<UInt8>, _ place: Int, to end: Int) -> ScriptReport.Term? {
    let scalar = unsafe UInt32(text[0] & 0x0F) << 12 | UInt32(text[1] & 0x3F) << 6 | UInt32(text[2] & 0x3F)
    for entry in entries[scalar] ?? [] where entry.bytes.count <= end - place {
      guard entry.bytes.indices.allSatisfy({ unsafe text[$0] == entry.bytes[$0] }) else { continue }
      return ScriptReport.Term(
        range: UTF8Range(start: place, end: place + entry.bytes.count), isTaiwanese: entry.isTaiwanese,
        counterpart: entry.counterpart)
    }
    return nil
  }
}
