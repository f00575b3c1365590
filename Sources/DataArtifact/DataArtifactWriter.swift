/// Puts sections together into the bytes of an artifact. The same sections give the same bytes.
package struct DataArtifactWriter {
  private let kind: DataArtifact.Tag
  private let formatVersion: UInt32
  private let dataVersion: UInt32
  private var sections: [(name: DataArtifact.Tag, bytes: [UInt8])] = []

  /// Starts an artifact; `dataVersion` is year × 10,000 + month × 100 + day of its sources.
  package init(kind: DataArtifact.Tag, formatVersion: UInt32, dataVersion: UInt32) {
    self.kind = kind
    self.formatVersion = formatVersion
    self.dataVersion = dataVersion
  }

  /// Adds a section of bytes.
  package mutating func add(_ name: DataArtifact.Tag, bytes: [UInt8]) {
    precondition(!sections.contains { $0.name == name }, "a section is added once")
    sections.append((name, bytes))
  }

  /// Adds a section of plain values without padding, such as integers or a struct of them.
  package mutating func add<T: BitwiseCopyable>(_ name: DataArtifact.Tag, values: [T]) {
    add(name, bytes: unsafe values.withUnsafeBytes { unsafe Array($0) })
  }

  /// The finished artifact.
  package func finish() -> [UInt8] {
    let align = { (offset: Int) in (offset + 63) / 64 * 64 }
    var offset = align(DataArtifact.headerSize + sections.count * DataArtifact.entrySize)
    var table: [UInt8] = []
    for section in sections {
      table.append(littleEndian: UInt64(section.name))
      table.append(littleEndian: UInt64(offset))
      table.append(littleEndian: UInt64(section.bytes.count))
      offset = align(offset + section.bytes.count)
    }
    var content = table
    for section in sections {
      content.pad(to: align(DataArtifact.headerSize + content.count) - DataArtifact.headerSize)
      content += section.bytes
    }
    content.pad(to: offset - DataArtifact.headerSize)

    var result = DataArtifact.magic
    result.append(littleEndian: kind)
    result.append(littleEndian: formatVersion)
    result.append(littleEndian: dataVersion)
    result.append(littleEndian: UInt32(sections.count))
    result.append(littleEndian: UInt64(DataArtifact.headerSize + content.count))
    result.append(littleEndian: unsafe content.withUnsafeBytes { unsafe Checksum.fnv1a($0) })
    result.pad(to: DataArtifact.headerSize)
    return result + content
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
    unsafe Swift.withUnsafeBytes(of: value.littleEndian) { unsafe append(contentsOf: $0) }
  }

  fileprivate mutating func pad(to count: Int) {
    append(contentsOf: repeatElement(0, count: count - self.count))
  }
}
