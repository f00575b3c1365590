import Benchmark
import Foundation
import MarkupScanning

/// The Markdown pages of `Fixtures/articles`, repeated to about a megabyte, or the file that `ZHTEXT_BENCHMARK_TEXT` names.
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

let benchmarks: @Sendable () -> Void = {
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
