internal import DataArtifact

extension EntityDictionary {
  /// Compiles a dictionary in memory: 0.3 s for 100,000 names.
  ///
  /// - Parameters:
  ///   - entities: entities with unique ids.
  ///   - dataVersion: year × 10,000 + month × 100 + day, for those who ask later.
  /// - Throws: `EntityDictionaryError` where an id comes twice, or a name is empty or too long.
  public init(entities: some Sequence<Entity>, dataVersion: Int = 0) throws(EntityDictionaryError) {
    try self.init(compiled: Self.compile(entities, dataVersion: dataVersion))
  }

  /// The bytes of a compiled dictionary, to be kept in a file. The same entities give the same bytes.
  ///
  /// - Throws: as `init(entities:dataVersion:)`.
  public static func compile(
    _ entities: some Sequence<Entity>, dataVersion: Int = 0
  ) throws(EntityDictionaryError) -> [UInt8] {
    try DictionaryCompiler.compile(entities, dataVersion: UInt32(clamping: dataVersion))
  }

  /// The bytes of a dictionary of entities and changes, as layers have them.
  ///
  /// - Throws: as `init(entities:dataVersion:)`.
  public static func compile(
    _ entries: some Sequence<DictionaryEntry>, dataVersion: Int = 0
  ) throws(EntityDictionaryError) -> [UInt8] {
    try DictionaryCompiler.compile(entries: entries, dataVersion: UInt32(clamping: dataVersion))
  }

  /// Opens the bytes that `compile(_:dataVersion:)` gave, after checking them against their checksum.
  public init(compiled bytes: [UInt8]) throws(EntityDictionaryError) {
    do {
      try self.init(artifact: DataArtifact(copying: bytes, kind: Self.kind, formatVersion: Self.formatVersion))
    } catch {
      throw EntityDictionaryError(error)
    }
  }

  /// Opens the file of a compiled dictionary by mapping it: in microseconds, whatever its size, and processes that open
  /// the same file share its memory.
  ///
  /// The checksum is not tested; `init(compiled:)` does that. The file must be replaced as a whole and not be written to
  /// while a dictionary of it lives.
  ///
  /// - Throws: `EntityDictionaryError` where the file cannot be read or is no dictionary.
  public init(mapping path: String) throws(EntityDictionaryError) {
    do {
      try self.init(artifact: DataArtifact(mapping: path, kind: Self.kind, formatVersion: Self.formatVersion))
    } catch {
      throw EntityDictionaryError(error)
    }
  }

  /// Opens a compiled dictionary in static memory, such as one embedded with `#embed`, in place.
  ///
  /// - Parameter bytes: memory that lives as long as the process, aligned to 64 bytes.
  package init(staticBytes bytes: UnsafeRawBufferPointer) throws(EntityDictionaryError) {
    do {
      try unsafe self.init(
        artifact: DataArtifact(staticBytes: bytes, kind: Self.kind, formatVersion: Self.formatVersion))
    } catch {
      throw EntityDictionaryError(error)
    }
  }
}

extension EntityDictionaryError {
  init(_ error: DataArtifactError) {
    let code: Code =
      switch error.code {
      case .notAnArtifact, .wrongKind, .wrongFormatVersion: .notADictionary
      case .unreadable: .unreadable
      case .truncated, .missingSection, .damagedSection, .wrongChecksum: .damaged
      }
    self.init(code: code)
  }
}
