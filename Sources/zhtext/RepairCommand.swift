import ArgumentParser
import ScriptConversion
import ScriptConversionTables

/// `zhtext repair`: half-converted text to consistent Traditional or Simplified.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Make half-converted text consistently Traditional or Simplified.",
    discussion: """
      Names, code, addresses, link targets and keys of front matter stay. For example:
        echo '這里的游戲復雜,關系到范圍。' | zhtext repair --to taiwan --punctuation
      """)

  enum Target: String, CaseIterable, ExpressibleByArgument {
    case traditional, taiwan, hongkong, simplified

    var target: ScriptRepair.Target {
      switch self {
      case .traditional: .traditional
      case .taiwan: .taiwan
      case .hongkong: .hongKong
      case .simplified: .simplified
      }
    }
  }

  @Option(help: "What the text becomes.")
  var to = Target.taiwan

  @Flag(help: "Also repair punctuation: full-width marks, and the quotation marks of the target.")
  var punctuation = false

  @Option(help: "Write the edits there, as JSON lines with source and target ranges.", completion: .file())
  var edits: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var stream: StreamOptions

  func validate() throws {
    if stream.ndjson, edits != nil { throw ValidationError("--edits writes the edits of pages: leave --ndjson out") }
  }

  func run() throws {
    let repair = PageRepair(to: to.target, repairsPunctuation: punctuation)
    if stream.ndjson {
      return try stream.run(as: "repair", input) { { document, json in json.value(repair.repair(document.text).text) } }
    }
    var list = EditList(edits)
    try input.forEachDocument { document, output in
      let rewriting = repair.repair(document.text)
      try output.write(rewriting.text)
      if list.isWanted { list.add(rewriting.edits, of: input.files.count > 1 ? document.name : nil) }
    }
    try list.write()
  }
}
