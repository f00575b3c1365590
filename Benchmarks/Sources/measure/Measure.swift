import Foundation

/// `measure ENGINE [ARGUMENT …]`: one engine, ready to be timed beside its peers by a program in `Benchmarks/Compare`.
///
/// It loads the engine and its input, then answers each line `run` on standard input with one JSON line on standard
/// output: the CPU seconds of one round and what the round computed, so that a fast wrong result shows. The first line
/// it prints, unasked, tells the CPU seconds and the memory that loading took.
@main
struct Measure {
  /// What one engine offers: its name on the command line, and how to make a round from the arguments.
  ///
  /// A round does all of its work anew and gives its results as numbers, for example the tokens counted and a checksum.
  typealias Round = () throws -> [String: Int]
  static let engines: [String: @Sendable (_ arguments: [String]) throws -> Round] = [
    "conversion": Conversion.engine,
    "entities": entities,
    "front-matter": frontMatterRound,
    "sentences": Sentences.engine,
    "words": Words.engine,
    "words-lexicon": WordLimits.lexicon,
    "words-load": WordLimits.load,
    "words-threads": WordLimits.threads,
  ]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let name = arguments.first, let engine = engines[name] else {
      throw Complaint("usage: measure \(engines.keys.sorted().joined(separator: "|")) [ARGUMENT …]")
    }
    let memory = residentBytes()
    let start = cpuSeconds()
    let round = try engine(Array(arguments.dropFirst()))
    report(["load": cpuSeconds() - start, "memory": Double(residentBytes() - memory)])
    while let line = readLine() {
      guard line == "run" else { throw Complaint("expected a line 'run', got '\(line)'") }
      let start = cpuSeconds()
      let results = try round()
      let seconds = cpuSeconds() - start
      report(results.mapValues(Double.init).merging(["seconds": seconds]) { $1 })
    }
  }

  private static func report(_ figures: [String: Double]) {
    let fields = figures.sorted { $0.key < $1.key }.map { key, value in
      "\"\(key)\": \(value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value))"
    }
    print("{" + fields.joined(separator: ", ") + "}")
    fflush(nil)
  }
}

/// What is wrong with the way the program was called.
struct Complaint: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// The CPU time of this process so far.
func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The memory of this process that is in RAM now; 0 where the system does not tell.
func residentBytes() -> Int {
  guard let fields = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " "),
    fields.count > 1, let pages = Int(fields[1])
  else { return 0 }
  return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
}

/// The text of a file.
func text(ofFile path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
