import Dispatch
import Synchronization
import TextOffsets

/// Some whole lines of a stream.
struct NDJSONBatch: Sendable {
  /// Writes the one JSON value a document results in.
  typealias Worker = (Document, inout JSONWriter) throws -> Void
  typealias MakeWorker = @Sendable () throws -> Worker

  private let bytes: [UInt8]
  private let lines: [Range<Int>]
  private let firstLine: Int
  private let key: String

  /// Finds the lines of `bytes[..<end]`, the first of which has the number `firstLine`.
  init(bytes: [UInt8], end: Int, firstLine: Int, key: String) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.key = key
    var lines: [Range<Int>] = []
    // A byte-order mark is no part of the first line.
    var start = firstLine == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < end {
      let lineEnd = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      lines.append(start..<lineEnd)
      start = lineEnd + 1
    }
    self.lines = lines
  }

  /// Works on the lines with as many threads as `jobs` says and writes their results in order.
  func run(
    jobs: Int, makeWorker: MakeWorker, into output: inout Output, _ result: inout NDJSONStream.Result
  ) throws {
    let pieces = pieces(jobs == 1 ? 1 : jobs * 4)
    let results = Mutex([Result<Piece, any Error>?](repeating: nil, count: pieces.count))
    let next = Atomic(0)
    @Sendable func work() {
      // One worker a thread, made where it is used.
      let worker = Swift.Result(catching: makeWorker)
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < pieces.count else { return }
        let piece = Swift.Result { self.piece(pieces[index], try worker.get()) }
        results.withLock { $0[index] = piece }
      }
    }
    if min(jobs, pieces.count) == 1 {
      work()
    } else {
      DispatchQueue.concurrentPerform(iterations: min(jobs, pieces.count)) { _ in work() }
    }
    for piece in results.withLock({ $0 }) {
      guard let piece = try piece?.get() else { continue }
      if result.badLines == 0, let first = piece.firstBadLine { result.firstBadLine = first }
      result.badLines += piece.badLines
      try output.write(bytes: piece.json.bytes)
    }
    result.lines += lines.count
  }

  /// The numbers of the lines, cut into about `count` pieces of equal length in bytes, so that no thread waits long.
  private func pieces(_ count: Int) -> [Range<Int>] {
    guard let first = lines.first, let last = lines.last else { return [] }
    let length = max(1, (last.upperBound - first.lowerBound) / count)
    var pieces: [Range<Int>] = []
    var start = 0
    for (index, line) in lines.enumerated() where line.upperBound - lines[start].lowerBound >= length {
      pieces.append(start..<index + 1)
      start = index + 1
      if start == lines.count { return pieces }
    }
    return pieces + [start..<lines.count]
  }
}

extension NDJSONBatch {
  /// What some lines result in.
  private struct Piece {
    var json = JSONWriter()
    var badLines = 0
    var firstBadLine: Int?
  }

  private func piece(_ indices: Range<Int>, _ worker: Worker) -> Piece {
    var piece = Piece()
    for index in indices {
      let number = firstLine + index
      let start = piece.json.bytes.count
      do {
        try answer(lines[index], worker, &piece.json)
      } catch {
        piece.json.rewind(to: start)
        piece.json.object {
          $0.member("line", number)
          $0.key("error")
          Self.explain(error, &$0)
        }
        piece.badLines += 1
        piece.firstBadLine = piece.firstBadLine ?? number
      }
      piece.json.endLine()
    }
    return piece
  }

  private func answer(_ line: Range<Int>, _ worker: Worker, _ json: inout JSONWriter) throws {
    do { _ = try UTF8Span(validating: bytes.span.extracting(line)) } catch {
      throw JSONError(what: "the line is no UTF-8", offset: line.lowerBound + error.byteOffsets.lowerBound)
        .counted(from: line.lowerBound)
    }
    let object: JSONObject
    let text: String
    do {
      object = try JSONObject(bytes, in: line)
      text = try object.string("text")
    } catch { throw error.counted(from: line.lowerBound) }
    try json.object { json in
      for member in object.members where member.key != "text" && member.key != key {
        json.member(verbatim: object[member.keyBytes], object[member.valueBytes])
      }
      json.key(key)
      try worker(Document(name: "text", text: text), &json)
    }
  }

  /// Writes `{"message": …}`, with the line and column in the text or the byte in the line where the error has a place.
  private static func explain(_ error: any Error, _ json: inout JSONWriter) {
    json.object {
      switch error {
      case let failure as Failure:
        $0.member("message", "\(failure.what); \(failure.remedy)")
        if let position = failure.position {
          $0.key("text")
          $0.object {
            $0.member("line", position.line)
            $0.member("column", position.column)
          }
        }
      case let error as JSONError:
        $0.member("message", error.what)
        $0.member("byte", error.offset)
      default:
        $0.member("message", "\(error)")
      }
    }
  }
}

extension JSONError {
  /// The error with its place counted from the start of its line.
  fileprivate func counted(from start: Int) -> JSONError { JSONError(what: what, offset: max(0, offset - start)) }
}
