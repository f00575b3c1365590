import ArgumentParser
import Foundation

/// jieba's dictionary and hidden Markov model, as its source package holds them.
struct JiebaSource {
  /// The words in the order of `dict.txt`; one stands twice there, and the later frequency counts.
  var words: [(word: String, frequency: UInt32)] = []
  /// The sum of all frequencies, of both lines of that word too.
  var total = 0.0
  /// Start scores of B, M, E, S, and the transitions B→E, M→E, B→M, M→M, E→B, S→B, E→S, S→S.
  var header: [Double] = []
  /// The emission scores of B, M, E, S by character; what is missing was never seen.
  var emissions: [UInt32: [Double]] = [:]
  /// The score of what was never seen.
  static let unseen = -3.14e100

  init(folder: URL) throws {
    for line in try String(contentsOf: folder.appending(path: "dict.txt"), encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count >= 2, let frequency = UInt32(fields[1]) else {
        throw ValidationError("dict.txt: error: no word and frequency in '\(line)'; fetch the sources again")
      }
      words.append((String(fields[0]), frequency))
      total += Double(frequency)
    }
    let model = folder.appending(path: "finalseg")
    let start = try PythonTable(file: model.appending(path: "prob_start.py"))
    let transitions = try PythonTable(file: model.appending(path: "prob_trans.py"))
    header = try "BMES".map { try start.number([String($0)]) }
    header += try ["BE", "ME", "BM", "MM", "EB", "SB", "ES", "SS"].map { try transitions.number($0.map(String.init)) }
    let emission = try PythonTable(file: model.appending(path: "prob_emit.py"))
    for (state, name) in "BMES".enumerated() {
      for (character, value) in try emission.table(String(name)) {
        guard let code = character.unicodeScalars.first?.value, character.unicodeScalars.count == 1 else { continue }
        emissions[code, default: Array(repeating: Self.unseen, count: 4)][state] = value
      }
    }
  }
}

/// A Python file `P={…}` of numbers under one or two levels of keys.
private struct PythonTable {
  private var flat: [String: Double] = [:]
  private var nested: [String: [String: Double]] = [:]
  private let name: String

  init(file: URL) throws {
    name = file.lastPathComponent
    let text = try String(contentsOf: file, encoding: .utf8)
    var outer: String?
    // Keys are quoted and numbers follow them: cutting at the quotes gives key, what follows, key, …
    for (place, part) in text[text.firstIndex(of: "{")!...].split(separator: "'", omittingEmptySubsequences: false)
      .enumerated()
    {
      if place % 2 == 1 {
        key = Self.unescaped(part)
        continue
      }
      guard let key else { continue }
      if part.contains("{") {
        outer = key
        nested[key] = [:]
      } else if let value = Double(part.filter { "-+.eE0123456789".contains($0) }) {
        if let outer { nested[outer]![key] = value } else { flat[key] = value }
      } else {
        throw ValidationError("\(name): error: no number behind '\(key)'; fetch the sources again")
      }
      if part.contains("}") { outer = nil }
    }
  }

  private var key: String?

  func number(_ keys: [String]) throws -> Double {
    guard let value = keys.count == 1 ? flat[keys[0]] : nested[keys[0]]?[keys[1]] else {
      throw ValidationError("\(name): error: no number for \(keys); fetch the sources again")
    }
    return value
  }

  func table(_ key: String) throws -> [String: Double] {
    guard let table = nested[key] else {
      throw ValidationError("\(name): error: no table \(key); fetch the sources again")
    }
    return table
  }

  private static func unescaped(_ key: Substring) -> String {
    guard key.hasPrefix("\\u"), let code = UInt32(key.dropFirst(2), radix: 16), let scalar = Unicode.Scalar(code) else {
      return String(key)
    }
    return String(scalar)
  }
}
