import TextOffsets

/// A stream of documents, one JSON object a line, worked on batch by batch.
///
/// A batch is what has arrived, up to 256 KiB a core, so that a program that writes one line and waits for the answer gets
/// it, and memory stays bounded by the batch or by the longest line, whichever is longer.
struct NDJSONStream {
  private static let block = 1 << 16
  private static let batchPerJob = 1 << 18

  let key: String
  let jobs: Int
  let makeWorker: NDJSONBatch.MakeWorker

  /// What became of a stream's lines.
  struct Result {
    var lines = 0
    var badLines = 0
    var firstBadLine = 0

    /// What to say at the end, where lines were bad: each was answered by an error in its place.
    func failure(of file: String) -> Failure? {
      guard badLines > 0 else { return nil }
      return Failure(
        status: .badData, file: file, position: .init(line: firstBadLine, column: 1),
        what: "\(badLines) of \(lines) lines could not be used, this one first",
        remedy: "see \"error\" in the lines written in their place")
    }
  }

  /// Reads the stream at `path` and writes a line for each of its lines, in order.
  func run(_ path: String, into output: inout Output, quiet: Bool) throws -> Result {
    let input = try InputOptions.open(path)
    var progress = Progress(total: input.size, unit: .bytes, quiet: quiet)
    var result = Result()
    var pending: [UInt8] = []
    var isAtEnd = false
    while !isAtEnd {
      let known = pending.count
      do { isAtEnd = try fill(&pending, from: input) } catch { throw InputOptions.failure(of: path, error) }
      progress.advance(by: pending.count - known)
      guard let end = isAtEnd ? pending.count : endOfLastLine(in: pending, from: known) else { continue }
      let batch = NDJSONBatch(bytes: pending, end: end, firstLine: result.lines + 1, key: key)
      pending = Array(pending[end...])
      try batch.run(jobs: jobs, makeWorker: makeWorker, into: &output, &result)
      // Whoever waits for this answer before writing on must get it.
      if isAtEnd || !input.hasInput { try output.flush() }
    }
    progress.finish()
    return result
  }

  /// Reads what is there, at least one block and at most a batch; whether the end was reached.
  private func fill(_ pending: inout [UInt8], from input: borrowing Descriptor) throws(SystemError) -> Bool {
    repeat {
      if try input.read(Self.block, into: &pending) == 0 { return true }
    } while pending.count < jobs * Self.batchPerJob && input.hasInput
    return false
  }

  private func endOfLastLine(in bytes: [UInt8], from start: Int) -> Int? {
    bytes[start...].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
  }
}
