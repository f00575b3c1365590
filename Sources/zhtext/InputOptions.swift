import ArgumentParser
import Glibc

/// The options of every subcommand that reads pages: files or standard input, in any encoding.
struct InputOptions: ParsableArguments {
  @Argument(help: "The files to read; none, or -, is standard input.", completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("The encoding of the input: auto, or a name such as gb18030 or big5.", valueName: "name"))
  var encoding = EncodingChoice.auto

  @Flag(help: "Show no progress.")
  var quiet = false

  /// Reads and decodes each input in turn and hands it to `body`.
  ///
  /// An input that fails is reported and the next one is read; at the end the first failure's status is thrown. What was
  /// written stays in order, and is flushed before a failure is reported.
  func forEachDocument(_ body: (Document, inout Output) throws -> Void) throws {
    try Self.forEachFile(files, quiet: quiet) { path, output in try body(try read(path), &output) }
  }

  /// Does the same with each path: for subcommands that read in a way of their own.
  static func forEachFile(
    _ files: [String], quiet: Bool, _ body: (String, inout Output) throws -> Void
  ) throws {
    var output = Output()
    var status: Failure.Status?
    var progress = Progress(total: files.count, unit: .files, quiet: quiet)
    for path in files.isEmpty ? ["-"] : files {
      do {
        try body(path, &output)
      } catch let failure as Failure where !failure.isOfOutput {
        try output.flush()
        Diagnostics.report(failure)
        status = status ?? failure.status
      }
      progress.advance(by: 1)
    }
    progress.finish()
    try output.flush()
    if let status { throw ExitCode(status.rawValue) }
  }

  /// Reads and decodes the one file at `path`; `-` is standard input.
  func read(_ path: String) throws(Failure) -> Document {
    try Document(
      name: Self.displayName(of: path), bytes: try Self.bytes(of: path), encoding: encoding.encoding)
  }

  /// The bytes of the file at `path`; `-` is standard input.
  static func bytes(of path: String) throws(Failure) -> [UInt8] {
    let descriptor = try open(path)
    do { return try descriptor.readAll() } catch { throw failure(of: path, error) }
  }

  /// Opens the file at `path`; `-` is standard input.
  static func open(_ path: String) throws(Failure) -> Descriptor {
    if path == "-" { return .standardInput }
    do { return try Descriptor(reading: path) } catch { throw failure(of: path, error) }
  }

  /// The failure to read the file at `path`.
  static func failure(of path: String, _ error: SystemError) -> Failure {
    switch error.number {
    case ENOENT, ENOTDIR, EACCES, ELOOP, ENAMETOOLONG:
      .system(.noInput, displayName(of: path), error, remedy: "check the path and its permissions")
    default:
      .system(.inputOutput, displayName(of: path), error, remedy: "check that it is a readable file")
    }
  }

  /// What messages call the input at `path`.
  static func displayName(of path: String) -> String { path == "-" ? "<stdin>" : path }
}
