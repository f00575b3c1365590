import Foundation
import Testing

/// One run of the built `zhtext`.
struct CommandRun {
  let status: Int32
  /// Whether a signal ended it, as a trap does.
  let isCrash: Bool
  let output: [UInt8]
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  /// The lines of the output, each read as JSON.
  var objects: [[String: Any]] {
    output.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
  }

  /// Where the tests' own product lies, the command's does, too.
  static let executable = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "zhtext")

  /// Runs the command with `input` as its standard input. Files carry both ends, so that no pipe can fill up.
  init(_ arguments: [String], input: [UInt8] = []) throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: folder.file("input", input))
    let output = try folder.file("output", [])
    let errors = try folder.file("errors", [])
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    isCrash = process.terminationReason == .uncaughtSignal
    self.output = try [UInt8](Data(contentsOf: output))
    self.errors = try String(contentsOf: errors, encoding: .utf8)
  }

  init(_ arguments: [String], input: String) throws { try self.init(arguments, input: Array(input.utf8)) }
}

/// A folder that lasts as long as the value.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "zhtext-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file.
  func file(_ name: String, _ bytes: [UInt8]) throws -> URL {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file
  }
}

/// The subcommands that the command's help lists, so that a new one is tested without being told of.
enum Subcommands {
  static let all: [String] = {
    let help = (try? CommandRun(["--help"]).text) ?? ""
    let lines = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS:") }.dropFirst()
    return lines.compactMap { line in
      // Continued descriptions are indented further.
      line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first.map(String.init) : nil
    }.filter { $0 != "See" }
  }()

  /// The arguments that make a subcommand read a page from standard input.
  static func reading(_ name: String) -> [String] {
    switch name {
    case "front-matter": [name, "show"]
    case "dictionary": [name, "lint", "-"]
    default: [name]
    }
  }

  /// Those that read streams of documents.
  static let streaming = ["analyze", "convert", "detect-script", "repair", "sentences", "tokenize", "entities"]
    .filter(all.contains)
}
