/// An encoding that pages of Chinese text arrive in.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// GB 2312-1980 as EUC-CN: 6,763 Simplified characters.
  case gb2312 = "GB2312"
  /// GBK: GB 2312 with the Traditional and rare characters of Unicode 1.1.
  case gbk = "GBK"
  /// GB 18030-2005: GBK with sequences of four bytes for the rest of Unicode.
  case gb18030 = "GB18030"
  /// Big5 as Windows has it (code page 950).
  case big5 = "Big5"
  /// Big5 with the Hong Kong Supplementary Character Set of 2008.
  case big5HKSCS = "Big5-HKSCS"

  /// The encoding that `label` names: one of the names above, or one of the labels the web uses for them, in any letter
  /// case and with spaces around it.
  public init?(label: some StringProtocol) {
    let letters = label.lowercased().utf8.filter {
      $0 > 0x20 && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":")
    }
    switch String(decoding: letters, as: UTF8.self) {
    case "utf8", "unicode11utf8", "xunicode20utf8": self = .utf8
    case "utf16", "utf16le", "unicode", "ucs2", "iso10646ucs2", "csunicode": self = .utf16LittleEndian
    case "utf16be", "unicodefffe": self = .utf16BigEndian
    case "gb2312", "gb23121980", "gb231280", "csgb2312", "chinese", "euccn", "eucgb2312cn", "isoir58": self = .gb2312
    case "gbk", "xgbk", "cp936", "windows936", "ms936": self = .gbk
    case "gb18030", "gb180302000", "gb180302005", "gb180302022": self = .gb18030
    case "big5", "big5eten", "cnbig5", "csbig5", "xxbig5", "xbig5", "cp950", "windows950": self = .big5
    case "big5hkscs", "big5hk", "hkscs", "big5hkscs2008": self = .big5HKSCS
    default: return nil
    }
  }

  /// The name of ICU's converter.
  ///
  /// As browsers do, GB 2312 and GBK are read as GB 18030, which has the same characters at the same places and knows
  /// those that mislabelled pages use.
  var converterName: String {
    switch self {
    case .gb2312, .gbk, .gb18030: "gb18030"
    case .big5: "windows-950-2000"
    case .big5HKSCS: "ibm-1375_P100-2008"
    case .utf8, .utf16LittleEndian, .utf16BigEndian: rawValue
    }
  }

  /// The bytes that may stand at the start of a text to say that it is in the encoding, and are no part of the text.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .gb2312, .gbk, .big5, .big5HKSCS: []
    }
  }
}

extension TextEncoding: CustomStringConvertible {
  /// The encoding's registered name, such as `GB18030`.
  public var description: String { rawValue }
}
