import ArgumentParser
import TextDecoding
import TextOffsets

/// `zhtext decode`: bytes of any supported encoding to UTF-8.
struct DecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode",
    abstract: "Turn bytes of any Chinese encoding into UTF-8.",
    discussion: """
      For example, the two characters 中文 in GBK:
        printf '\\326\\320\\316\\304' | zhtext decode
      """)

  enum Policy: String, CaseIterable, ExpressibleByArgument {
    case strict, replace
  }

  enum Form: String, CaseIterable, ExpressibleByArgument {
    case nfc, nfkc, width

    var form: NormalizationForm {
      switch self {
      case .nfc: .nfc
      case .nfkc: .nfkc
      case .width: .halfWidth
      }
    }
  }

  @Argument(help: "The files to read; none, or -, is standard input.", completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("The encoding of the input: auto, or a name such as gb18030 or big5.", valueName: "name"))
  var from = EncodingChoice.auto

  @Option(help: "What to do with bytes that stand for no character: stop, or put U+FFFD in their place.")
  var policy = Policy.strict

  @Option(help: "Also normalise: nfc, nfkc, or width (full-width ASCII becomes plain).")
  var normalize: Form?

  @Flag(help: "Show no progress.")
  var quiet = false

  func run() throws {
    let decoder = TextDecoder(from.encoding, policy: policy == .strict ? .strict : .replace)
    try InputOptions.forEachFile(files, quiet: quiet) { path, output in
      let name = InputOptions.displayName(of: path)
      let page = try Document.decode(try InputOptions.bytes(of: path), decoder, name)
      if let first = page.replacements.first {
        Diagnostics.warn(
          name,
          "\(page.replacements.count) byte sequences stand for no character of \(page.encoding), the first at byte "
            + "\(first.source.start); each became U+FFFD")
      }
      let text = normalize.map { TextNormalizer($0.form).normalize(page.text).text } ?? page.text
      try output.write(text)
    }
  }
}
