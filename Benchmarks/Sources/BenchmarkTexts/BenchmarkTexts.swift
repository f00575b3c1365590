import Foundation

/// The texts that the benchmarks read.
public enum BenchmarkTexts {
  /// The file that `ZHTEXT_BENCHMARK_TEXT` names, if it names one.
  public static let chosen: String? = ProcessInfo.processInfo.environment["ZHTEXT_BENCHMARK_TEXT"].map { path in
    read { try String(contentsOfFile: path, encoding: .utf8) }
  }

  /// The Markdown pages of `Fixtures/articles`.
  public static let pages: [String] = read {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Fixtures/articles")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }

  /// The chosen text, or the pages, repeated to about a megabyte.
  public static let text: String = {
    if let chosen { return chosen }
    let once = pages.joined(separator: "\n\n")
    return String(repeating: once, count: 1_000_000 / once.utf8.count + 1)
  }()

  /// A benchmark without its text is none.
  private static func read<Result>(_ body: () throws -> Result) -> Result {
    do { return try body() } catch { preconditionFailure("the text cannot be read: \(error)") }
  }
}
