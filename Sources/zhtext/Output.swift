import Glibc

/// Standard output, written in blocks.
///
/// A reader that went away ends the command quietly (``ClosedPipe``); a full disk, or any other trouble, is a ``Failure``
/// with status 74.
struct Output: ~Copyable {
  /// What messages call it.
  static let name = "<stdout>"
  private static let block = 1 << 16

  private var pending = JSONWriter()
  private let descriptor = Descriptor.standardOutput

  /// Whether what is written goes to a terminal, so that colour makes sense.
  var isTerminal: Bool { descriptor.isTerminal }

  /// Writes text as it is.
  mutating func write(_ text: some StringProtocol) throws {
    pending.raw(text)
    try flushIfFull()
  }

  /// Writes bytes as they are.
  mutating func write(bytes: some Sequence<UInt8>) throws {
    pending.bytes.append(contentsOf: bytes)
    try flushIfFull()
  }

  /// Writes one line of JSON: the single value that `body` writes.
  mutating func line(_ body: (inout JSONWriter) throws -> Void) throws {
    try body(&pending)
    pending.endLine()
    try flushIfFull()
  }

  /// Hands everything written so far to the system.
  mutating func flush() throws {
    guard !pending.bytes.isEmpty else { return }
    do {
      try descriptor.write(pending.bytes)
    } catch  where error.number == EPIPE {
      throw ClosedPipe()
    } catch {
      throw Failure.system(
        .inputOutput, Self.name, error, remedy: "what was written is incomplete: make room and run again")
    }
    pending.bytes.removeAll(keepingCapacity: true)
  }

  private mutating func flushIfFull() throws {
    if pending.bytes.count >= Self.block { try flush() }
  }
}
