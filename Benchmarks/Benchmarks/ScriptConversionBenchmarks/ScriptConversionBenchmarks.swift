import Benchmark
import BenchmarkTexts
import ScriptConversion
import ScriptConversionTables
import TextOffsets

let benchmarks: @Sendable () -> Void = {
  let page = BenchmarkTexts.text
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
