import FixtureSupport
import Foundation
import Testing

/// `convert` against OpenCC itself, on some thousands of strings made to be hard; `conversion_fuzz.py` by itself takes 100,000.
@Suite(.enabled("needs Scripts/peers", { LocalData.peersPython != nil }))
struct OpenCCFuzzTests {
  @Test func `no string differs from OpenCC`() throws {
    let python = try #require(LocalData.peersPython)
    let process = Process()
    process.executableURL = python
    process.arguments = [
      LocalData.program("Benchmarks/Compare/conversion_fuzz.py").path, "--count", "6400",
      "--binary", CommandRun.executable.path,
    ]
    let folder = try TemporaryFolder()
    let report = try folder.file("report", [])
    process.standardOutput = try FileHandle(forWritingTo: report)
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: report, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.hasSuffix("strings, 0 differences\n"), "\(text)")
  }
}
