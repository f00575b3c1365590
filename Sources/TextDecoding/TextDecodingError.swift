public import TextOffsets

/// Why bytes could not be decoded, and which.
public struct TextDecodingError: Error, Hashable, Sendable {
  /// What kind of trouble it is.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code as words.
    public let description: String

    /// Bytes stand for no character of the encoding.
    public static let invalidSequence = Code(description: "the bytes stand for no character of the encoding")
    /// No encoding makes sense of the bytes.
    public static let unknownEncoding = Code(description: "no encoding makes sense of the bytes")
  }

  /// What is wrong.
  public let code: Code
  /// The bytes **of the input** that are wrong; empty, at its start, where no place is to blame.
  public let range: UTF8Range
  /// The encoding the bytes were read in; `nil` where none was found.
  public let encoding: TextEncoding?

  init(_ code: Code, _ range: UTF8Range, _ encoding: TextEncoding?) {
    self.code = code
    self.range = range
    self.encoding = encoding
  }
}

extension TextDecodingError: CustomStringConvertible {
  /// The error as a sentence without its full stop.
  public var description: String {
    guard let encoding else { return code.description }
    return "bytes \(range) stand for no character of \(encoding)"
  }
}
