/// A compiled data file that is read in place: a header, a table of sections, and the sections.
///
/// All numbers are little-endian.
///
/// | bytes | field |
/// |---|---|
/// | 0–7 | magic, `ZHTEXT` and two zero bytes |
/// | 8–11 | kind: four ASCII letters that say which engine reads it |
/// | 12–15 | format version of that kind |
/// | 16–19 | data version, as year × 10,000 + month × 100 + day |
/// | 20–23 | number of sections |
/// | 24–31 | number of bytes of the whole file |
/// | 32–39 | checksum of everything after the header, FNV-1a over eight-byte words |
/// | 40–63 | zero |
/// | 64… | a section table: four letters of name, four zero bytes, offset, count of bytes (24 bytes each) |
///
/// Sections start at multiples of 64, so each can be read as an array of any plain type.
///
/// Opening checks the header and that every section lies in the file, in microseconds; the checksum, which reads
/// everything, is for tests and for files that users supply.
@safe
package struct DataArtifact: @unchecked Sendable {
  // Sound because the memory is either static, or kept alive by `owner`, and nothing writes to it.
  /// A four-letter name of a kind or of a section.
  package typealias Tag = UInt32

  /// The bytes of one section, in place.
  @safe
  package struct Section: @unchecked Sendable {
    package let bytes: UnsafeRawBufferPointer
    private let owner: Storage?

    init(bytes: UnsafeRawBufferPointer, owner: Storage?) {
      unsafe self.bytes = unsafe bytes
      self.owner = owner
    }

    /// The section as an array of `T`; its byte count must be a multiple of `T`'s stride.
    package func array<T: BitwiseCopyable>(of type: T.Type) throws(DataArtifactError) -> UnsafeBufferPointer<T> {
      guard unsafe bytes.count % MemoryLayout<T>.stride == 0 else { throw DataArtifactError(code: .damagedSection) }
      return unsafe bytes.bindMemory(to: T.self)
    }
  }

  /// Memory that holds an artifact built or read at run time.
  @safe
  final class Storage: @unchecked Sendable {
    // Sound because the buffer is written once, before the object is shared, and released with it.
    let bytes: UnsafeMutableRawBufferPointer
    private let release: (UnsafeMutableRawBufferPointer) -> Void

    /// Owns memory that `release` gives back.
    init(_ bytes: UnsafeMutableRawBufferPointer, release: @escaping (UnsafeMutableRawBufferPointer) -> Void) {
      unsafe self.bytes = bytes
      unsafe self.release = release
    }

    convenience init(copying source: UnsafeRawBufferPointer) {
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 64)
      unsafe bytes.copyMemory(from: source)
      unsafe self.init(bytes) { unsafe $0.deallocate() }
    }

    deinit { unsafe release(bytes) }
  }

  static let magic: [UInt8] = Array("ZHTEXT\0\0".utf8)
  static let headerSize = 64
  static let entrySize = 24

  /// The version of the kind's layout.
  package let formatVersion: UInt32
  /// The version of the data, as year × 10,000 + month × 100 + day.
  package let dataVersion: UInt32
  private let bytes: UnsafeRawBufferPointer
  private let sectionCount: Int
  private let owner: Storage?

  /// Opens the artifact in static memory, such as one embedded with `#embed`.
  ///
  /// - Parameter bytes: memory that lives as long as the process, aligned to 64 bytes.
  package init(staticBytes bytes: UnsafeRawBufferPointer, kind: Tag, formatVersion: UInt32) throws(DataArtifactError) {
    try unsafe self.init(bytes: bytes, owner: nil, kind: kind, formatVersion: formatVersion)
  }

  /// Copies the bytes of an artifact and opens the copy, after checking its checksum.
  package init(copying array: [UInt8], kind: Tag, formatVersion: UInt32) throws(DataArtifactError) {
    let storage = unsafe array.withUnsafeBytes { unsafe Storage(copying: $0) }
    try unsafe self.init(
      bytes: UnsafeRawBufferPointer(storage.bytes), owner: storage, kind: kind, formatVersion: formatVersion)
    guard checksumHolds else { throw DataArtifactError(code: .wrongChecksum) }
  }

  init(
    bytes: UnsafeRawBufferPointer, owner: Storage?, kind: Tag, formatVersion: UInt32
  ) throws(DataArtifactError) {
    guard bytes.count >= Self.headerSize, unsafe bytes.prefix(8).elementsEqual(Self.magic) else {
      throw DataArtifactError(code: .notAnArtifact)
    }
    func word(_ offset: Int) -> UInt32 {
      unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    func long(_ offset: Int) -> UInt64 {
      unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    guard word(8) == kind else { throw DataArtifactError(code: .wrongKind) }
    guard word(12) == formatVersion else { throw DataArtifactError(code: .wrongFormatVersion) }
    guard long(24) == UInt64(bytes.count) else { throw DataArtifactError(code: .truncated) }
    let count = Int(word(20))
    guard count <= (bytes.count - Self.headerSize) / Self.entrySize else {
      throw DataArtifactError(code: .damagedSection)
    }
    for entry in 0..<count {
      let place = Self.headerSize + entry * Self.entrySize
      let offset = long(place + 8)
      guard offset % 64 == 0, offset <= UInt64(bytes.count), long(place + 16) <= UInt64(bytes.count) - offset else {
        throw DataArtifactError(code: .damagedSection)
      }
    }
    self.formatVersion = formatVersion
    dataVersion = word(16)
    unsafe self.bytes = unsafe bytes
    sectionCount = count
    self.owner = owner
  }

  /// The section with the given name.
  package func section(_ name: Tag) throws(DataArtifactError) -> Section {
    for entry in 0..<sectionCount {
      let place = Self.headerSize + entry * Self.entrySize
      guard unsafe UInt32(littleEndian: bytes.load(fromByteOffset: place, as: UInt32.self)) == name else { continue }
      let offset = unsafe Int(UInt64(littleEndian: bytes.load(fromByteOffset: place + 8, as: UInt64.self)))
      let count = unsafe Int(UInt64(littleEndian: bytes.load(fromByteOffset: place + 16, as: UInt64.self)))
      return unsafe Section(bytes: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]), owner: owner)
    }
    throw DataArtifactError(code: .missingSection)
  }

  /// Whether the stored checksum is that of the content. Reads every byte.
  package var checksumHolds: Bool {
    let stored = unsafe UInt64(littleEndian: bytes.load(fromByteOffset: 32, as: UInt64.self))
    return unsafe stored == Checksum.fnv1a(UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...]))
  }
}

extension DataArtifact.Tag {
  /// The tag that four ASCII letters spell.
  package init(letters: StaticString) {
    precondition(letters.utf8CodeUnitCount == 4, "a tag has four letters")
    self = (0..<4).reduce(0) { unsafe $0 | UInt32(letters.utf8Start[$1]) << (8 * UInt32($1)) }
  }
}
