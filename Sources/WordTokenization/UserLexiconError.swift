public import TextOffsets

/// Why a line is no entry of a user lexicon.
public struct UserLexiconError: Error, Hashable, CustomStringConvertible {
  /// What is wrong with a line.
  public enum Code: Hashable, Sendable {
    /// The first field is empty.
    case noWord
    /// The frequency is no whole number from 0 to 2^40.
    case badFrequency
    /// There are more than three fields between tabs.
    case tooManyFields
    /// The word has more than 255 UTF-8 bytes.
    case wordTooLong
  }

  struct Place: Hashable {
    var file: String
    var line: Int
    var range: UTF8Range
  }

  /// What is wrong.
  public let code: Code
  /// The line, in UTF-8 bytes of the text.
  public let range: UTF8Range
  /// The line's number, from 1.
  public let line: Int
  /// What the text was called.
  public let file: String

  init(code: Code, place: Place) {
    self.code = code
    range = place.range
    line = place.line
    file = place.file
  }

  /// What is wrong and what to do, without the place.
  public var reason: String {
    switch code {
    case .noWord: "the line has no word; write the word before the first tab"
    case .badFrequency: "the frequency is no whole number from 0 to 2^40; correct it, or leave the field out"
    case .tooManyFields: "the line has more than three fields; write word, frequency and kind"
    case .wordTooLong: "the word has more than 255 bytes of UTF-8; shorten it"
    }
  }

  /// The message in the form `FILE:LINE: error: what is wrong; what to do`.
  public var description: String { "\(file):\(line): error: \(reason)" }
}
