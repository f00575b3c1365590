import Benchmark
import BenchmarkTexts
import MarkupScanning

let benchmarks: @Sendable () -> Void = {
  let page = BenchmarkTexts.text
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .throughput, .mallocCountTotal], maxDuration: .seconds(3))

  // One page is scanned for each count, so a result that changes is no measurement.
  let expected = PageMarkup(scanning: page)
  Benchmark("scan \(page.utf8.count) bytes") { benchmark in
    for _ in benchmark.scaledIterations {
      let markup = PageMarkup(scanning: page)
      precondition(markup.blocks == expected.blocks && markup.inlines.count == expected.inlines.count)
      blackHole(markup)
    }
  }

  let proseBytes = expected.proseRanges.reduce(0) { $0 + $1.count }
  Benchmark("scan and collect prose") { benchmark in
    for _ in benchmark.scaledIterations {
      let ranges = PageMarkup(scanning: page).proseRanges
      precondition(ranges.reduce(0) { $0 + $1.count } == proseBytes)
      blackHole(ranges)
    }
  }
}
