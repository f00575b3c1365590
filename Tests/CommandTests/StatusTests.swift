import FixtureSupport
import Foundation
import Testing

/// Exit statuses and messages, on which scripts rely.
@Suite struct StatusTests {
  @Test func versionsAreNamed() throws {
    let run = try CommandRun(["--version"])
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("zhtext 0."))
    #expect(run.text.contains("ICU "))
  }

  @Test func wrongUse() throws {
    for arguments in [["nonsense"], ["decode", "--nonsense"], ["decode", "--from", "klingon"]] {
      let run = try CommandRun(arguments)
      #expect(run.status == 64, "\(arguments)")
      #expect(run.errors.contains("Usage:"))
    }
  }

  @Test(arguments: Subcommands.all) func helpShowsAnExample(subcommand: String) throws {
    let run = try CommandRun([subcommand, "--help"])
    #expect(run.status == 0)
    #expect(run.text.contains("zhtext \(subcommand)") && run.text.lowercased().contains("example"), "\(run.text)")
  }

  @Test func completionScripts() throws {
    for shell in ["bash", "zsh", "fish"] {
      #expect(try CommandRun(["--generate-completion-script", shell]).text.contains("zhtext"))
    }
  }

  @Test func missingFile() throws {
    let run = try CommandRun(["decode", "no/such/file"])
    #expect(run.status == 66)
    #expect(run.errors == "no/such/file: error: no such file or directory; check the path and its permissions\n")
  }

  @Test func folderInsteadOfFile() throws {
    #expect(try CommandRun(["decode", "/"]).status == 74)
  }

  @Test func badBytesAreLocated() throws {
    let run = try CommandRun(["decode", "--from", "utf-8"], input: Array("一\n二三".utf8) + [0xFF, 0x0A])
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("<stdin>:2:3: error: bytes 10..<11 stand for no character of UTF-8; "))
    #expect(run.output.isEmpty)
  }

  @Test func replacementsAreCounted() throws {
    let run = try CommandRun(["decode", "--policy", "replace", "--from", "gbk"], input: [0xD6, 0xD0, 0xFF, 0xFF])
    #expect(run.status == 0)
    #expect(run.text == "中\u{FFFD}\u{FFFD}")
    #expect(run.errors.contains("warning: 2 byte sequences"))
  }

  @Test func oneBadFileDoesNotStopTheOthers() throws {
    let folder = try TemporaryFolder()
    let bad = try folder.file("bad", [0xE4, 0xB8, 0x0A])
    let good = try folder.file("good", Array("好".utf8))
    let run = try CommandRun(["decode", "--from", "utf-8", bad.path, "missing", good.path, "-"], input: "完")
    #expect(run.status == 65)
    #expect(run.text == "好完")
    #expect(run.errors.split(separator: "\n").count == 2)
  }

  @Test func normalisation() throws {
    #expect(try CommandRun(["decode", "--normalize", "width"], input: "ＡＩ，①").text == "AI,①")
    #expect(try CommandRun(["decode", "--normalize", "nfkc"], input: "ＡＩ①").text == "AI1")
    #expect(try CommandRun(["decode", "--normalize", "nfc"], input: "e\u{301}").text.unicodeScalars.count == 1)
  }

  /// The pages of Fixtures, each in its encoding.
  @Test func decodesThePages() throws {
    struct Expected: Decodable { let page: String, title: String }
    for expected in try Fixture.lines("articles.jsonl", as: Expected.self) {
      let run = try CommandRun(["decode", Fixture.url("articles/" + expected.page).path])
      #expect(run.status == 0 && run.text.contains(expected.title), "\(expected.page)")
    }
  }

  @Test func fullDisk() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let run = try shell("echo 中文 | \"$0\" decode > /dev/full")
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("<stdout>: error: no space left on device; "))
  }

  @Test func closedPipeEndsQuietly() throws {
    let run = try shell("set -o pipefail; yes 中文 | head -n 100000 | \"$0\" decode | head -n 1; echo ${PIPESTATUS[2]}")
    #expect(run.output == "中文\n0\n")
    #expect(run.errors.isEmpty)
  }

  private func shell(_ script: String) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script, CommandRun.executable.path]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let messages = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self), String(decoding: messages, as: UTF8.self))
  }
}
