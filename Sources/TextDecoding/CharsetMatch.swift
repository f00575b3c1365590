import CICUBridge

/// What ICU's detector says of some bytes: one encoding that it finds possible.
struct CharsetMatch {
  let encoding: TextEncoding
  /// From 0 to 100.
  let confidence: Int

  /// The encodings of ours that ICU finds possible, best first.
  static func all(for bytes: Span<UInt8>) -> [CharsetMatch] {
    var matches = [zhtext_charset_match](repeating: zhtext_charset_match(), count: 32)
    // Sound: both pointers are valid for the counts beside them, during the call, and the bridge keeps neither.
    let count = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe matches.withUnsafeMutableBufferPointer {
        unsafe zhtext_detect_charsets(bytes.baseAddress, Int32(bytes.count), $0.baseAddress, Int32($0.count))
      }
    }
    return matches.prefix(Int(count)).compactMap { match in
      // Sound: the bridge ends each name with NUL within the field.
      let name = unsafe withUnsafeBytes(of: match.name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      return TextEncoding(label: name).map { CharsetMatch(encoding: $0, confidence: Int(match.confidence)) }
    }
  }
}

/// ICU, the library that does the work.
public enum ICU {
  /// The version the program is linked with, such as `72.1`.
  public static var version: String {
    var version = [UInt8](repeating: 0, count: 4)
    // Sound: the bridge writes four bytes.
    unsafe version.withUnsafeMutableBufferPointer { unsafe zhtext_icu_version($0.baseAddress) }
    return "\(version[0]).\(version[1])"
  }
}
