import Glibc

/// Replaces a file's content as a whole.
enum FileReplacement {
  /// Writes `bytes` as the new content of the file at `path`.
  ///
  /// The bytes go to a new file in the same folder, reach the disk, and take the old one's name in one step, so that whatever
  /// happens either the old or the new content is there. Permissions and, where allowed, the owner are kept; a symbolic
  /// link stays and the file it names is replaced.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do {
      try replace(path, with: bytes)
    } catch {
      throw .system(.inputOutput, path, error, remedy: "the file is as it was: check the folder's permissions and room")
    }
  }

  /// Makes an empty file at `path` where there is none.
  static func create(_ path: String) throws(Failure) {
    guard unsafe access(path, F_OK) != 0 else { return }
    let number = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard number >= 0 else {
      throw Failure.system(.inputOutput, path, SystemError(), remedy: "check the folder and its permissions")
    }
    close(number)
  }

  private static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let target = try resolved(path)
    var old = stat()
    guard unsafe stat(target, &old) == 0 else { throw SystemError() }

    var file = try TemporaryFile(in: folder(of: target))
    try file.write(bytes, mode: old.st_mode & 0o7777, user: old.st_uid, group: old.st_gid)
    try file.rename(to: target)
    // The new entry is safe only once the folder is.
    if let folder = try? Descriptor(reading: folder(of: target)) { fsync(folder.number) }
  }

  /// The file that `path` names once symbolic links are followed.
  private static func resolved(_ path: String) throws(SystemError) -> String {
    // Sound: with no buffer given, `realpath` allocates the result, which is freed after copying.
    guard let buffer = unsafe realpath(path, nil) else { throw SystemError() }
    defer { unsafe free(buffer) }
    return unsafe String(cString: buffer)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// A new file that vanishes with the value unless it was given a name that stays.
private struct TemporaryFile: ~Copyable {
  private let path: String
  private let descriptor: Descriptor
  private var isKept = false

  init(in folder: String) throws(SystemError) {
    var name = Array("\(folder)/.zhtext-XXXXXX".utf8CString)
    // Sound: the array ends in NUL, and `mkstemp` changes only the six letters before it.
    let number = unsafe name.withUnsafeMutableBufferPointer { unsafe mkstemp($0.baseAddress!) }
    guard number >= 0 else { throw SystemError() }
    descriptor = Descriptor(number: number, isOwned: true)
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    if !isKept { _ = unsafe unlink(path) }
  }

  /// Writes the content down to the disk.
  func write(_ bytes: [UInt8], mode: mode_t, user: uid_t, group: gid_t) throws(SystemError) {
    // Only root may give a file away. The permissions come after, since a new owner resets some of them.
    _ = fchown(descriptor.number, user, group)
    guard fchmod(descriptor.number, mode) == 0 else { throw SystemError() }
    try descriptor.write(bytes)
    guard fsync(descriptor.number) == 0 else { throw SystemError() }
  }

  mutating func rename(to target: String) throws(SystemError) {
    guard unsafe Glibc.rename(path, target) == 0 else { throw SystemError() }
    isKept = true
  }
}
