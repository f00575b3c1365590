import Benchmark
import Foundation
import ScriptConversion
import ScriptConversionTables
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

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .throughput, .mallocCountTotal], maxDuration: .seconds(2))

  Benchmark("make a converter") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(ScriptConverter(.s2twp, tables: .openCC)) }
  }

  Benchmark("convert a headline, s2twp") { benchmark in
    let converter = ScriptConverter(.s2twp, tables: .openCC)
    for _ in benchmark.scaledIterations {
      let result = converter.convert("国产大模型的软件生态")
      precondition(result == "國產大模型的軟體生態")
      blackHole(result)
    }
  }

  for configuration in ConversionConfiguration.allCases {
    let converter = ScriptConverter(configuration, tables: .openCC)
    // What OpenCC gives is for the tests; here a result that changes is no measurement.
    let expected = converter.convert(page)
    Benchmark("convert \(page.utf8.count) bytes, \(configuration.rawValue)") { benchmark in
      for _ in benchmark.scaledIterations {
        let result = converter.convert(page)
        precondition(result == expected)
        blackHole(result)
      }
    }
  }

  let converter = ScriptConverter(.s2twp, tables: .openCC)
  let count = converter.rewriting(page).edits.count
  Benchmark("convert with edits, s2twp") { benchmark in
    for _ in benchmark.scaledIterations {
      let rewriting = converter.rewriting(page)
      precondition(rewriting.edits.count == count)
      blackHole(rewriting)
    }
  }

  let detector = ScriptDetector(tables: .openCC)
  let report = detector.detect(page)
  Benchmark("detect the script") { benchmark in
    for _ in benchmark.scaledIterations {
      let again = detector.detect(page)
      precondition(again.counts == report.counts)
      blackHole(again)
    }
  }
}
