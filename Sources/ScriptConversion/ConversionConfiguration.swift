/// Which script a text is in, and which it becomes: OpenCC's configurations, by OpenCC's names.
public enum ConversionConfiguration: String, CaseIterable, Sendable {
  /// Simplified to Traditional, in OpenCC's own standard of characters.
  case s2t
  /// Simplified to Traditional with the characters of Taiwan.
  case s2tw
  /// Simplified to Traditional with the characters and the terms of Taiwan (软件 becomes 軟體).
  case s2twp
  /// Simplified to Traditional with the characters of Hong Kong.
  case s2hk
  /// Simplified to Traditional with the characters and the terms of Hong Kong.
  case s2hkp
  /// Traditional, in OpenCC's standard, to Simplified.
  case t2s
  /// Traditional of Taiwan to Simplified.
  case tw2s
  /// Traditional of Taiwan to Simplified, with the terms of the mainland (軟體 becomes 软件).
  case tw2sp
  /// Traditional of Hong Kong to Simplified.
  case hk2s
  /// Traditional of Hong Kong to Simplified, with the terms of the mainland.
  case hk2sp
  /// Traditional, in OpenCC's standard, to the characters of Taiwan.
  case t2tw
  /// The characters of Taiwan to OpenCC's standard.
  case tw2t
  /// Traditional, in OpenCC's standard, to the characters of Hong Kong.
  case t2hk
  /// The characters of Hong Kong to OpenCC's standard.
  case hk2t
  /// Traditional characters to the new forms of Japan.
  case t2jp
  /// The new forms of Japan to Traditional characters.
  case jp2t
}
