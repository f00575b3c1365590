#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension FrontMatter.Head {
  /// Reads the head of an open file, pipe or socket from where it stands, four kilobytes at a time.
  ///
  /// The descriptor stays open; a `FileHandle` of Foundation has one as `fileDescriptor`.
  ///
  /// - Throws: ``FrontMatterError``, or ``SystemError`` where the system does not give the bytes.
  public init(descriptor: Int32, limits: FrontMatter.Limits = FrontMatter.Limits()) throws {
    try self.init(limits: limits) {
      var chunk = [UInt8](repeating: 0, count: 4096)
      var count = 0
      repeat {
        // Sound: the kernel writes at most as many bytes as the buffer has.
        count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      } while count < 0 && errno == EINTR
      if count < 0 { throw SystemError(number: errno) }
      chunk.removeLast(chunk.count - count)
      return chunk
    }
  }

  /// A system call that failed.
  public struct SystemError: Error, Hashable {
    /// The system's `errno`.
    public let number: Int32
  }
}
