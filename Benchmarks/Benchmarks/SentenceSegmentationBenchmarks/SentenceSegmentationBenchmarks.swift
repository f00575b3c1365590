import Benchmark
import Foundation
import MarkupScanning
import SentenceSegmentation
import TextOffsets

/// The pages of `Fixtures/articles`, repeated to about a megabyte, or the file that `ZHTEXT_BENCHMARK_TEXT` names.
private let page: String = {
  do {
    if let path = ProcessInfo.processInfo.environment["ZHTEXT_BENCHMARK_TEXT"] {
      return try String(contentsOfFile: path, encoding: .utf8)
    }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Fixtures/articles")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let pages = files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
    let once = try pages.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n\n")
    return String(repeating: once, count: 1_000_000 / once.utf8.count + 1)
  } catch {
    preconditionFailure("the text cannot be read: \(error)")
  }
}()

/// The page's structure, made anew.
private func structure() -> TextStructure {
  let markup = PageMarkup(scanning: page)
  return TextStructure(
    blocks: markup.blocks.map { block in
      let kind: TextStructure.Block.Kind =
        switch block.kind {
        case .heading: .heading
        case .paragraph: block.marker == nil ? .paragraph : .listItem
        default: .other
        }
      let start = min(block.marker?.start ?? block.range.start, block.range.start)
      return TextStructure.Block(kind: kind, range: UTF8Range(start: start, end: block.range.end))
    },
    opaque: markup.opaqueRanges)
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .throughput, .mallocCountTotal], maxDuration: .seconds(3))

  for quotations in SentenceSegmenter.Quotations.allCases {
    let segmenter = SentenceSegmenter(quotations: quotations)
    let plain = segmenter.sentences(in: page).count
    Benchmark("\(page.utf8.count) bytes, \(quotations), without structure") { benchmark in
      for _ in benchmark.scaledIterations {
        precondition(segmenter.sentences(in: page).count == plain)
      }
    }
    let structured = segmenter.sentences(in: page, structure: structure()).count
    Benchmark("\(page.utf8.count) bytes, \(quotations), scanned and with structure") { benchmark in
      for _ in benchmark.scaledIterations {
        precondition(segmenter.sentences(in: page, structure: structure()).count == structured)
      }
    }
  }

  let clauses = SentenceSegmenter(unit: .clause, maximumLength: 40)
  let count = clauses.sentences(in: page).count
  Benchmark("\(page.utf8.count) bytes, clauses of at most 40 characters") { benchmark in
    for _ in benchmark.scaledIterations {
      precondition(clauses.sentences(in: page).count == count)
    }
  }
}
