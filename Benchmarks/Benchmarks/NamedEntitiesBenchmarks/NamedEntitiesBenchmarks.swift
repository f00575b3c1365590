import Benchmark
import BenchmarkTexts
import Foundation
import NamedEntities
import TechEntities

/// Names that stand for a large dictionary: 100,000 different ones of three to five characters.
private let names: [Entity] = {
  var state: UInt64 = 1
  func random(_ limit: UInt64) -> UInt32 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt32((state >> 33) % limit)
  }
  return (0..<100_000).map { number in
    var name = ""
    for _ in 0..<3 + random(3) { name.unicodeScalars.append(Unicode.Scalar(0x4E00 + random(3000)) ?? "一") }
    return Entity(id: "n\(number)", type: .product, name: name)
  }
}()

let benchmarks: @Sendable () -> Void = {
  let page = BenchmarkTexts.text
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .throughput, .mallocCountTotal], maxDuration: .seconds(3))
  let dictionary = TechEntities.dictionary
  let recognizer = EntityRecognizer(dictionary)

  let matches = dictionary.matches(in: page).count
  Benchmark("match \(page.utf8.count) bytes") { benchmark in
    for _ in benchmark.scaledIterations {
      precondition(dictionary.matches(in: page).count == matches, "the same names every time")
    }
  }

  let mentions = recognizer.mentions(in: page).count
  Benchmark("recognize \(page.utf8.count) bytes") { benchmark in
    for _ in benchmark.scaledIterations {
      precondition(recognizer.mentions(in: page).count == mentions, "the same mentions every time")
    }
  }

  let headline = "華為創始人任正非談昇騰晶片，DeepSeek 与 Claude Opus 4.5 同台"
  let inHeadline = recognizer.mentions(in: headline).count
  Benchmark("recognize a headline") { benchmark in
    for _ in benchmark.scaledIterations {
      precondition(recognizer.mentions(in: headline).count == inHeadline, "the same mentions every time")
    }
  }

  Benchmark("compile 100,000 names") { benchmark in
    for _ in benchmark.scaledIterations {
      do { blackHole(try EntityDictionary(entities: names)) } catch { benchmark.error("\(error)") }
    }
  }

  // A file of 100,000 names, written once and opened again and again.
  let file = URL.temporaryDirectory.appending(path: "zhtext-benchmark-entities.artifact")
  Benchmark("load: map 100,000 names") { benchmark in
    for _ in benchmark.scaledIterations {
      do {
        let dictionary = try EntityDictionary(mapping: file.path)
        precondition(dictionary.count == names.count, "all entities are there")
      } catch { benchmark.error("\(error)") }
    }
  } setup: {
    try Data(EntityDictionary.compile(names)).write(to: file)
  }
}
