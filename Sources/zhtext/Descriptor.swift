import Glibc

/// An open file, pipe or terminal, closed with the value.
struct Descriptor: ~Copyable {
  let number: Int32
  private let isOwned: Bool

  static var standardInput: Descriptor { Descriptor(number: STDIN_FILENO, isOwned: false) }
  static var standardOutput: Descriptor { Descriptor(number: STDOUT_FILENO, isOwned: false) }
  static var standardError: Descriptor { Descriptor(number: STDERR_FILENO, isOwned: false) }

  init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  /// Opens the file at `path` for reading.
  init(reading path: String) throws(SystemError) {
    unsafe self.init(number: Glibc.open(path, O_RDONLY | O_CLOEXEC), isOwned: true)
    if number < 0 { throw SystemError() }
  }

  deinit {
    if isOwned && number >= 0 { _ = close(number) }
  }

  /// The number of bytes of a regular file; `nil` for pipes and terminals.
  var size: Int? {
    var status = stat()
    guard unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  var isTerminal: Bool { isatty(number) == 1 }

  /// Whether a read would return at once.
  var hasInput: Bool {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) > 0
  }

  /// Appends what one read returns, at most `count` bytes, and says how many came; 0 at the end.
  func read(_ count: Int, into bytes: inout [UInt8]) throws(SystemError) -> Int {
    let start = bytes.count
    // Growing by doubling is the array's work only for `append`; asking for the exact room each time would be quadratic.
    if bytes.capacity < start + count { bytes.reserveCapacity(max(start + count, 2 * bytes.capacity)) }
    bytes.append(contentsOf: repeatElement(0, count: count))
    var received = 0
    repeat {
      // Sound: `start + count` bytes exist, and the kernel writes at most `count` of them.
      received = unsafe bytes.withUnsafeMutableBytes { unsafe Glibc.read(number, $0.baseAddress! + start, count) }
    } while received < 0 && errno == EINTR
    let failure = SystemError()
    bytes.removeLast(count - max(received, 0))
    if received < 0 { throw failure }
    return received
  }

  /// Reads to the end.
  func readAll() throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than a regular file holds, so that its end is seen without growing.
    var count = (size ?? 0) + 1
    while true {
      count = max(count, 1 << 16)
      let received = try read(count, into: &bytes)
      if received == 0 { return bytes }
      count -= received
    }
  }

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      // Sound: the pointer stays within the array, whose last byte bounds the count.
      let sent = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(number, $0.baseAddress! + written, $0.count - written)
      }
      if sent >= 0 {
        written += sent
      } else if errno != EINTR {
        throw SystemError()
      }
    }
  }
}
