import ArgumentParser

/// The options of every subcommand that reads streams of documents, one JSON object a line.
struct StreamOptions: ParsableArguments {
  @Flag(
    name: .customLong("ndjson"),
    help:
      "Read one JSON object with a \"text\" from each line; write one for each, with the result among its other fields."
  )
  var ndjson = false

  @Option(help: ArgumentHelp("How many cores work on a stream; the order is kept.", valueName: "count"))
  var jobs = 1

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs must be at least 1") }
    guard ndjson || jobs == 1 else {
      throw ValidationError("--jobs needs --ndjson: pages are read one after the other")
    }
  }

  /// Turns each line's object into one with the result under `key`.
  ///
  /// - Parameters:
  ///   - key: The subcommand's name.
  ///   - makeWorker: Makes what writes the one JSON value a text results in. It is called in every thread that works, so
  ///     a workspace made in it needs no lock.
  func run(as key: String, _ input: InputOptions, makeWorker: @escaping NDJSONBatch.MakeWorker) throws {
    var output = Output()
    var status: Failure.Status?
    for path in input.files.isEmpty ? ["-"] : input.files {
      do {
        let stream = NDJSONStream(key: key, jobs: jobs, makeWorker: makeWorker)
        let result = try stream.run(path, into: &output, quiet: input.quiet)
        if let failure = result.failure(of: InputOptions.displayName(of: path)) { throw failure }
      } catch let failure as Failure where !failure.isOfOutput {
        try output.flush()
        Diagnostics.report(failure)
        status = status ?? failure.status
      }
    }
    try output.flush()
    if let status { throw ExitCode(status.rawValue) }
  }
}
