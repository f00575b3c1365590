import Benchmark
import BenchmarkTexts
import MarkupScanning
import SentenceSegmentation
import TextOffsets

/// A page's structure, made anew.
private func structure(of page: String) -> TextStructure {
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
  let page = BenchmarkTexts.text
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
    let structured = segmenter.sentences(in: page, structure: structure(of: page)).count
    Benchmark("\(page.utf8.count) bytes, \(quotations), scanned and with structure") { benchmark in
      for _ in benchmark.scaledIterations {
        precondition(segmenter.sentences(in: page, structure: structure(of: page)).count == structured)
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
