import Benchmark
import Foundation
import FrontMatterParsing
import TextOffsets

/// The pages of `Fixtures` that have front matter, with the number of entries each block has.
private let pages: [(page: String, entries: Int)] = {
  let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")
  let paths = [
    "articles/hugo-post.md", "articles/transcript.md", "articles/toml-post.md", "frontmatter/mixed-quoting.md",
  ]
  return paths.map { path in
    guard let page = try? String(contentsOf: fixtures.appending(path: path), encoding: .utf8),
      let matter = try? FrontMatter(in: page)
    else { fatalError("no front matter in \(path)") }
    return (page, matter.data.count)
  }
}()

/// One pass over the pages is an operation; each checks what it found.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration.metrics = [.cpuTotal, .throughput, .mallocCountTotal, .instructions]
  Benchmark.defaultConfiguration.scalingFactor = .kilo

  Benchmark("Find the block") { benchmark in
    for _ in benchmark.scaledIterations {
      for (page, _) in pages {
        let block = FrontMatter.Block(in: page)
        precondition(block?.bodyRange.end == page.utf8.count)
        blackHole(block)
      }
    }
  }

  Benchmark("Read into the typed tree") { benchmark in
    for _ in benchmark.scaledIterations {
      for (page, entries) in pages {
        let matter = try FrontMatter(in: page)
        precondition(matter?.data.count == entries)
        blackHole(matter)
      }
    }
  }

  Benchmark("Take every value") { benchmark in
    for _ in benchmark.scaledIterations {
      for (page, entries) in pages {
        guard case .mapping(let values)? = try FrontMatter(in: page)?.data.value, values.count == entries else {
          fatalError("entries are missing")
        }
        blackHole(values)
      }
    }
  }

  Benchmark("Change one key") { benchmark in
    for _ in benchmark.scaledIterations {
      for (page, entries) in pages {
        var editor = try FrontMatterEditor(page)
        try editor.set("weight", to: 7)
        precondition(editor.matter?.data["weight"]?.integer == 7 && (editor.matter?.data.count ?? 0) >= entries)
        blackHole(editor)
      }
    }
  }
}
