import ArgumentParser
import TextDecoding

/// An encoding as an option names it: `auto`, or a name or label such as `gb18030` or `cp950`.
struct EncodingChoice: ExpressibleByArgument {
  /// The encoding; `nil` where it is to be detected.
  let encoding: TextEncoding?

  static let auto = EncodingChoice(encoding: nil)

  private init(encoding: TextEncoding?) { self.encoding = encoding }

  init?(argument: String) {
    if argument.lowercased() == "auto" {
      self = .auto
    } else if let encoding = TextEncoding(label: argument) {
      self.encoding = encoding
    } else {
      return nil
    }
  }

  var defaultValueDescription: String { encoding?.rawValue ?? "auto" }

  static var allValueStrings: [String] { ["auto"] + TextEncoding.allCases.map { $0.rawValue.lowercased() } }
}
