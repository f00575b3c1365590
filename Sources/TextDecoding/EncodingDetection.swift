/// The encoding some bytes are most likely in, and why.
public struct EncodingDetection: Hashable, Sendable {
  /// What a detection rests on.
  public enum Evidence: Hashable, Sendable {
    /// The bytes begin with a byte-order mark.
    case byteOrderMark
    /// The bytes are valid UTF-8 of a kind that no other encoding would give by chance.
    case validUTF8
    /// The page names the encoding, and its bytes agree.
    case declaration
    /// ICU's detector, and which reading gives the more frequent characters.
    case statistics
  }

  /// The encoding; of those that differ only in repertoire, the smallest that holds the text.
  public let encoding: TextEncoding
  /// From 0 to 1: how far the reading stands from the next best one. 1 means certainty.
  public let confidence: Double
  /// What it rests on.
  public let evidence: Evidence
  /// The label the page itself gives (`<meta charset>`, `<?xml encoding?>`), right or wrong; `nil` where it gives none.
  public let declaredLabel: String?
}
