import DataArtifact
import Testing

@Suite struct DataArtifactTests {
  private let kind = DataArtifact.Tag(letters: "TEST")

  private var example: [UInt8] {
    var writer = DataArtifactWriter(kind: kind, formatVersion: 1, dataVersion: 2026_11_26)
    writer.add(DataArtifact.Tag(letters: "NUMS"), values: [UInt32(1), 2, 3])
    writer.add(DataArtifact.Tag(letters: "TEXT"), bytes: Array("中文".utf8))
    return writer.finish()
  }

  private func open(_ bytes: [UInt8]) throws(DataArtifactError) -> DataArtifact {
    try DataArtifact(copying: bytes, kind: kind, formatVersion: 1)
  }

  @Test func readsBackWhatWasWritten() throws {
    let artifact = try open(example)
    #expect(artifact.dataVersion == 2026_11_26)
    let numbers = try unsafe artifact.section(DataArtifact.Tag(letters: "NUMS")).array(of: UInt32.self)
    #expect(unsafe Array(numbers) == [1, 2, 3])
    let text = try artifact.section(DataArtifact.Tag(letters: "TEXT"))
    #expect(unsafe String(decoding: text.bytes, as: UTF8.self) == "中文")
    #expect(throws: DataArtifactError(code: .missingSection)) {
      try artifact.section(DataArtifact.Tag(letters: "NONE"))
    }
    #expect(throws: DataArtifactError(code: .damagedSection)) { _ = try unsafe text.array(of: UInt32.self) }
  }

  @Test func writesTheSameBytesForTheSameSections() {
    #expect(example == example)
  }

  @Test func refusesEveryChangedByteAndEveryCut() throws {
    let bytes = example
    for place in bytes.indices where !(40..<64).contains(place) && !(16..<20).contains(place) {
      var damaged = bytes
      damaged[place] ^= 0x40
      #expect(throws: DataArtifactError.self, "byte \(place)") { try open(damaged) }
    }
    for count in bytes.indices { #expect(throws: DataArtifactError.self) { try open(Array(bytes.prefix(count))) } }
    #expect(throws: DataArtifactError(code: .wrongKind)) {
      try DataArtifact(copying: bytes, kind: DataArtifact.Tag(letters: "ELSE"), formatVersion: 1)
    }
    #expect(throws: DataArtifactError(code: .wrongFormatVersion)) {
      try DataArtifact(copying: bytes, kind: kind, formatVersion: 2)
    }
  }
}
