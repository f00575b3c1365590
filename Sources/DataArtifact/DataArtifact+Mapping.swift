#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension DataArtifact {
  /// Opens the artifact in the file at `path`, which is mapped, not read: the cost does not grow with the file.
  ///
  /// The checksum is not tested, as that would read everything; see `checksumHolds`. The file must be replaced as a whole
  /// and not be written to while it is open.
  ///
  /// - Throws: `.unreadable` where the file cannot be opened or mapped.
  package init(mapping path: String, kind: Tag, formatVersion: UInt32) throws(DataArtifactError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DataArtifactError(code: .unreadable) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw DataArtifactError(code: .unreadable) }
    let count = Int(status.st_size)
    guard count > 0 else { throw DataArtifactError(code: .notAnArtifact) }
    // Sound: the mapping is private and only read, and `Storage` unmaps exactly what was mapped.
    guard let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe start != MAP_FAILED else {
      throw DataArtifactError(code: .unreadable)
    }
    let bytes = unsafe UnsafeMutableRawBufferPointer(start: start, count: count)
    let storage = unsafe Storage(bytes) { unsafe munmap($0.baseAddress, $0.count) }
    try unsafe self.init(
      bytes: UnsafeRawBufferPointer(bytes), owner: storage, kind: kind, formatVersion: formatVersion)
  }
}
