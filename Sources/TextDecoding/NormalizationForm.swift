/// What a normalisation changes. None is ever implied: the text that a page holds is the text that is given.
public enum NormalizationForm: String, CaseIterable, Sendable {
  /// Canonical composition (Unicode's NFC): what looks the same is spelled the same. Maps CJK compatibility ideographs to
  /// their unified ones too.
  case nfc
  /// Compatibility composition (Unicode's NFKC): NFC, and full width, circled, squared and other variants become plain.
  case nfkc
  /// Full-width ASCII (`Ａ`, `，`) and the ideographic space become ASCII.
  case halfWidth
  /// ASCII, the space included, becomes full-width.
  case fullWidth
  /// CJK compatibility ideographs (U+F900…) and Kangxi and CJK radicals, which scanned and converted pages hold, become the
  /// unified ideographs that they look like.
  case ideographs
}
