import FixtureSupport
import Foundation
import FrontMatterParsing
import Testing
import TextOffsets

@Suite("Reading the head only")
struct HeadTests {
  static let page = "\u{FEFF}\n---\ntitle: 标题\nlist: [a, b]\n---\n\n正文\n"

  /// The head of `bytes` in chunks of `size`, and how many chunks were asked for.
  private func head(_ bytes: [UInt8], by size: Int, _ limits: FrontMatter.Limits = .init()) throws -> (
    FrontMatter.Head, Int
  ) {
    var position = 0
    var asked = 0
    let head = try FrontMatter.Head(limits: limits) {
      asked += 1
      let chunk = Array(bytes[position..<min(position + size, bytes.count)])
      position += chunk.count
      return chunk
    }
    return (head, asked)
  }

  @Test("every chunking gives what the whole text gives", arguments: [1, 2, 3, 7, 64, 4096])
  func chunkings(size: Int) throws {
    let whole = try #require(try FrontMatter(in: Self.page))
    let (head, _) = try head(Array(Self.page.utf8), by: size)
    let matter = try #require(head.frontMatter)
    #expect(matter.block.range == whole.block.range)
    #expect(head.bodyStart == whole.bodyRange.start)
    #expect(matter.data["title"]?.string == "标题")
    for text in ["", "--", "---", "正文\n---\na: 1\n---\n", "{{< x >}}\n", "-----\na: 1\n-----\n", "{\"a\": [1,\n"] {
      #expect(try self.head(Array(text.utf8), by: size).0.frontMatter == nil, "\(text)")
    }
    #expect(try self.head(Array("{\n\"a\": 1\n}\nx".utf8), by: size).0.bodyStart == 11)
    #expect(throws: FrontMatterError.self) { try self.head(Array("---js\nx\n---\n".utf8), by: size) }
    #expect(throws: FrontMatterError.self) { try self.head(Array("---\na: 1\n".utf8), by: size) }
  }

  @Test("no more is read than the block needs")
  func readsLittle() throws {
    let bytes = Array((Self.page + String(repeating: "正文。\n", count: 100_000)).utf8)
    let (head, asked) = try head(bytes, by: 64)
    #expect(head.frontMatter != nil)
    #expect(asked == 4)
    #expect(try self.head(Array(String(repeating: "正文。\n", count: 1000).utf8), by: 64).1 == 4)
  }

  @Test("bytes that are not UTF-8 are refused with their place, unless they are of the body")
  func invalidUTF8() throws {
    do {
      _ = try head(Array("---\na: 标".utf8) + [0xC4, 0xE3, 0x0A] + Array("---\n".utf8), by: 5)
      Issue.record("read")
    } catch let error as FrontMatterError {
      #expect(error.code == .invalidUTF8)
      #expect(error.range.start == 10)
      #expect(error.position == LineTable.Position(line: 2, column: 5))
    }
    #expect(try head(Array(Self.page.utf8) + [0xFF], by: 5).0.frontMatter != nil)
    #expect(throws: FrontMatterError.self) { try head(Array("---\na: 1\r".utf8) + [0xFF, 0x0A], by: 5) }
  }

  @Test("a block beyond the limit ends the reading")
  func limit() throws {
    let bytes = Array("---\n".utf8) + Array(String(repeating: "a: 1\n", count: 10_000).utf8)
    do {
      _ = try head(bytes, by: 512, FrontMatter.Limits(bytes: 4000))
      Issue.record("read")
    } catch let error as FrontMatterError {
      #expect(error.code == .tooLarge)
    }
    let prose = Array("---\n".utf8) + Array(String(repeating: "散文一行\n", count: 10_000).utf8)
    let (head, asked) = try head(prose, by: 512, FrontMatter.Limits(bytes: 4000))
    #expect(head.frontMatter == nil)
    #expect(asked < 24)
  }

  @Test("of a file of a gigabyte, a few kilobytes are read")
  func largeFile() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "zhtext-head-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(Self.page.utf8).write(to: url)
    let writer = try FileHandle(forWritingTo: url)
    // A hole: the file is long and takes no room.
    try writer.truncate(atOffset: 1 << 30)
    try writer.close()
    let file = try FileHandle(forReadingFrom: url)
    let head = try FrontMatter.Head(descriptor: file.fileDescriptor)
    #expect(head.frontMatter?.data["title"]?.string == "标题")
    #expect(head.bytes.count <= 4096)
    #expect(throws: FrontMatter.Head.SystemError.self) { try FrontMatter.Head(descriptor: -1) }
  }
}
