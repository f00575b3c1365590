import Foundation
import Testing

/// The contract of `--ndjson`, which is the same for every subcommand that reads streams.
@Suite struct StreamTests {
  /// A line that is answered, what the answer holds besides the result; `nil` for lines that are refused.
  private static let lines: [(line: String, rest: String?)] = [
    (#"{"text":"好"}"#, "{"),
    (#"{"id":1.10,"text":"好","n":1e-07,"x":{"a":[1,null,true]}}"#, #"{"id":1.10,"n":1e-07,"x":{"a":[1,null,true]},"#),
    (#" { "id" : "甲" , "text" : "" } "#, #"{"id":"甲","#),
    (#"{"a":"\ud800","text":"\u597d\n\ud83d\ude00"}"#, #"{"a":"\ud800","#),
    (#"{"\u0074ext":"好","text2":""}"#, #"{"text2":"","#),
    ("", nil), ("中文", nil), ("[]", nil), ("{", nil), (#"{"text":"a"} {}"#, nil), (#"{"id":2}"#, nil),
    (#"{"text":3}"#, nil),
    (#"{"text":"\ud800"}"#, nil), (#"{"text":"a",}"#, nil), (#"{"text":"\x"}"#, nil), (#"{"n":01,"text":""}"#, nil),
    (#"{"n":1.,"text":""}"#, nil), ("{\"text\":\"\t\"}", nil),
    (#"{"n":"# + String(repeating: "[", count: 100_000), nil),
  ]

  @Test(arguments: Subcommands.streaming, [1, 3]) func answersEachLineInOrder(subcommand: String, jobs: Int) throws {
    let input = Self.lines.map { $0.line + "\n" }.joined()
    let run = try CommandRun([subcommand, "--ndjson", "--jobs", "\(jobs)"], input: input)
    #expect(run.status == 65)
    let answers = run.text.split(separator: "\n")
    try #require(answers.count == Self.lines.count)
    for (number, (answer, line)) in zip(answers, Self.lines).enumerated() {
      if let rest = line.rest {
        #expect(answer.hasPrefix("\(rest)\"\(subcommand)\":"), "\(line.line): \(answer)")
        #expect(answer.hasSuffix("}"))
      } else {
        #expect(
          answer.hasPrefix("{\"line\":\(number + 1),\"error\":{\"message\":\""), "\(line.line.prefix(40)): \(answer)")
      }
    }
    #expect(run.errors.hasPrefix("<stdin>:6:1: error: 14 of 19 lines could not be used"), "\(run.errors)")
  }

  @Test(arguments: Subcommands.streaming) func keepsTheOrderWithManyJobs(subcommand: String) throws {
    #if DEBUG
      let count = 300
    #else
      let count = 3000
    #endif
    let input = (0..<count).map { "{\"id\":\($0),\"text\":\"\(String(repeating: "海淀区的公司。", count: $0 % 40))\"}\n" }
      .joined()
    let one = try CommandRun([subcommand, "--ndjson"], input: input)
    let many = try CommandRun([subcommand, "--ndjson", "--jobs", "4"], input: input)
    #expect(one.status == 0 && many.status == 0)
    #expect(one.output == many.output)
    #expect(one.text.split(separator: "\n").count == count)
  }

  @Test func anEmptyStreamHasNoAnswers() throws {
    for subcommand in Subcommands.streaming {
      let run = try CommandRun([subcommand, "--ndjson"])
      #expect(run.status == 0 && run.output.isEmpty)
    }
  }

  @Test func theLastLineNeedsNoLineEndAndTheFirstMayHaveAMark() throws {
    for subcommand in Subcommands.streaming {
      let run = try CommandRun(
        [subcommand, "--ndjson"], input: "\u{FEFF}{\"id\":1,\"text\":\"好\"}\r\n{\"id\":2,\"text\":\"好\"}")
      #expect(run.status == 0)
      #expect(run.objects.map { $0["id"] as? Int } == [1, 2])
    }
  }

  @Test func aResultOfTheSameNameIsReplaced() throws {
    for subcommand in Subcommands.streaming {
      let run = try CommandRun([subcommand, "--ndjson"], input: "{\"\(subcommand)\":\"old\",\"text\":\"好\"}\n")
      #expect(!run.text.contains("old"))
    }
  }

  /// Whoever writes one line and waits for the answer gets it.
  @Test func answersAtOnce() throws {
    guard let subcommand = Subcommands.streaming.first else { return }
    let process = Process()
    process.executableURL = CommandRun.executable
    process.arguments = [subcommand, "--ndjson"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for number in 0..<3 {
      try input.fileHandleForWriting.write(contentsOf: Data("{\"id\":\(number),\"text\":\"好\"}\n".utf8))
      #expect(
        String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).hasPrefix("{\"id\":\(number),"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
