/// A class of words for which the mainland and Taiwan each have their own.
///
/// Only words that the other side does not use in any sense are here, so 信息 and 支持 are not, nor 川普, which stands in
/// 四川普通话.
public enum RegionalTermClass: String, CaseIterable, Hashable, Sendable {
  /// Computing: 软件 and 軟體.
  case computing
  /// Everyday things: 出租车 and 計程車.
  case everyday
  /// Names of places and people from elsewhere: 新西兰 and 紐西蘭.
  case names

  /// The mainland's word and Taiwan's, in the script of each.
  var pairs: [(mainland: String, taiwan: String)] {
    let words = list.split(whereSeparator: \.isWhitespace).map(String.init)
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }

  private var list: String {
    switch self {
    case .computing:
      """
      软件 軟體 硬件 硬體 服务器 伺服器 鼠标 滑鼠 打印机 印表機 硬盘 硬碟 光盘 光碟 内存 記憶體 显卡 顯示卡 屏幕 螢幕
      网络 網路 互联网 網際網路 博客 部落格 短信 簡訊 音频 音訊 数据库 資料庫 程序员 程式設計師 编程 程式設計 程序 程式
      代码 程式碼 源代码 原始碼 字符串 字串 线程 執行緒 编译器 編譯器 文件夹 資料夾 菜单 選單 剪贴板 剪貼簿 分辨率 解析度
      像素 畫素 芯片 晶片 集成电路 積體電路 晶体管 電晶體 传感器 感測器 激光 雷射 宽带 寬頻 带宽 頻寬 信号 訊號
      人工智能 人工智慧 异步 非同步 缓存 快取 队列 佇列 堆栈 堆疊 循环 迴圈 函数 函式 正则表达式 正規表示式 脚本 指令碼
      链接 連結
      """
    case .everyday: "出租车 計程車 方便面 泡麵 摩托车 機車 酸奶 優格 奶酪 起司"
    case .names:
      "硅谷 矽谷 新西兰 紐西蘭 意大利 義大利 沙特阿拉伯 沙烏地阿拉伯 老挝 寮國 奥巴马 歐巴馬 普京 普丁 肯尼迪 甘迺迪 撒切尔 柴契爾"
    }
  }
}

extension UserDictionary {
  /// The other side's words for the terms of some classes, for a converter that has no regional terms of its own or
  /// should have these as well; empty for configurations that do not lead to the mainland's or Taiwan's usage.
  ///
  /// ```swift
  /// import ScriptConversion
  /// import ScriptConversionTables
  ///
  /// let terms = UserDictionary.regionalTerms([.computing], for: .s2tw, tables: .openCC)
  /// let converter = ScriptConverter(.s2tw, tables: .openCC, userDictionaries: [terms])
  /// print(converter.convert("出租车上的软件"))  // 出租車上的軟體
  /// ```
  public static func regionalTerms(
    _ classes: [RegionalTermClass], for configuration: ConversionConfiguration, tables: ConversionTables
  ) -> UserDictionary {
    let traditional = ScriptConverter(.s2tw, tables: tables)
    var result = UserDictionary()
    for (mainland, taiwan) in classes.flatMap(\.pairs) {
      let (text, target): (String, String)
      switch configuration {
      case .s2t, .s2tw, .s2twp: (text, target) = (mainland, taiwan)
      case .t2tw: (text, target) = (traditional.convert(mainland), taiwan)
      case .t2s, .tw2s, .tw2sp: (text, target) = (taiwan, mainland)
      case .tw2t: (text, target) = (taiwan, traditional.convert(mainland))
      case .s2hk, .s2hkp, .hk2s, .hk2sp, .t2hk, .hk2t, .t2jp, .jp2t: return result
      }
      try? result.add(text, .replace(target))
    }
    return result
  }
}
