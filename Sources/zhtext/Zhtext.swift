import ArgumentParser
import Glibc

/// The `zhtext` command: the libraries, composed for shells and pipelines.
///
/// To add a subcommand, write `XCommand.swift` with a `ParsableCommand` of these parts, and name it in `subcommands` below:
///
///     struct XCommand: ParsableCommand {
///       static let configuration = CommandConfiguration(
///         commandName: "x",
///         abstract: "Do X to each page.",
///         discussion: "For example: echo '你好' | zhtext x")
///
///       @OptionGroup var input: InputOptions    // FILE …, --encoding, --quiet
///       @OptionGroup var stream: StreamOptions  // --ndjson, --jobs
///
///       func run() throws {
///         let engine = Engine()
///         if stream.ndjson {
///           // The outer closure runs once for each piece of work, in any thread: workspaces are made there. The inner one
///           // writes exactly one JSON value for a text, or throws a Failure, which becomes that line's error.
///           return try stream.run(as: "x", input) {
///             var workspace = Engine.Workspace()
///             return { document, json in json.value(engine.x(document.text, &workspace)) }
///           }
///         }
///         // Failures thrown by the closure are reported, and the next file is read. Positions become FILE:LINE:COLUMN by
///         // `document.failure(at: offset, "what is wrong", remedy: "what to do")`.
///         try input.forEachDocument { document, output in
///           try output.line { json in
///             json.object {
///               $0.members(of: range)                   // "start" and "end"
///               $0.member("text", document.text[range])
///             }
///           }
///         }
///       }
///     }
///
/// Files besides the pages (dictionaries) are read by `InputOptions.bytes(of:)` or `input.read(_:)`; a file is replaced by
/// `FileReplacement.write(_:to:)`, which leaves the old or the new content whatever happens.
@main
struct Zhtext: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhtext",
    abstract: "Read the text of Chinese tech media: metadata, sentences, words, entities, scripts.",
    discussion: """
      No FILE, or -, is standard input. The input may be in any Chinese encoding; the output is UTF-8.
      Exit status: 0; 64 usage; 65 bad data; 66 input not found; 74 input or output failed.
      """,
    version: Version.description,
    subcommands: [
      AnalyzeCommand.self, ConvertCommand.self, DecodeCommand.self, DetectScriptCommand.self, DictionaryCommand.self,
      EntitiesCommand.self, FrontMatterCommand.self, RepairCommand.self, SentencesCommand.self, TokenizeCommand.self,
    ])

  static func main() {
    // A reader that goes away is noticed by the write that fails, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch is ClosedPipe {
      Glibc.exit(0)
    } catch let failure as Failure {
      Diagnostics.report(failure)
      Glibc.exit(failure.status.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
