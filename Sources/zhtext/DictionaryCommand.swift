import ArgumentParser
import Glibc
import NamedEntities
import TechEntities
import TextOffsets

/// `zhtext dictionary`: look into dictionaries of entities, and make one's own.
struct DictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary",
    abstract: "Check, compile and look into dictionaries of entities.",
    discussion: """
      For example, what the built-in dictionary knows of a name:
        zhtext dictionary show 智谱
      """,
    subcommands: [Lint.self, Compile.self, Stats.self, Show.self, Export.self])

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  /// The files named, or the built-in dictionary where there are none.
  static func dictionaries(_ files: [String]) throws -> [EntityDictionary] {
    guard !files.isEmpty else { return [TechEntities.dictionary] }
    return try files.map { path throws(Failure) in try DictionaryFile(path).dictionary() }
  }
}

extension DictionaryCommand {
  /// `dictionary lint FILE…`
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Report every problem of dictionaries in text form, with file, line and reason.",
      discussion: """
        Names are compared with the built-in dictionary too. The status is 65 where there are errors. For example:
          echo '{"id":"x","type":"company"}' | zhtext dictionary lint -
        """)

    @Argument(help: "The files to check: JSON Lines, CSV, TSV or YAML.", completion: .file())
    var files: [String]

    @Option(help: "text: one line for each problem; json: one object.")
    var format = Format.text

    @Flag(help: "Do not compare with the built-in dictionary.")
    var alone = false

    func run() throws {
      var output = Output()
      var hasErrors = false
      for path in files {
        let file = try DictionaryFile(path)
        for problem in try file.source().lint(against: alone ? nil : TechEntities.dictionary) {
          hasErrors = hasErrors || problem.severity == .error
          switch format {
          case .text: try output.write("\(file.name):\(problem)\n")
          case .json:
            try output.line {
              $0.object {
                $0.member("file", file.name)
                $0.member("line", problem.position.line)
                $0.member("column", problem.position.column)
                $0.member("severity", problem.severity.rawValue)
                $0.member("reason", problem.reason)
                if let suggestion = problem.suggestion { $0.member("suggestion", suggestion) }
              }
            }
          }
        }
      }
      try output.flush()
      if hasErrors { throw ExitCode(Failure.Status.badData.rawValue) }
    }
  }

  /// `dictionary compile FILE… -o OUT`
  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compile dictionaries in text form into one that is only mapped.",
      discussion: "For example: zhtext dictionary compile mine.jsonl -o mine.artifact")

    @Argument(help: "The files to compile: JSON Lines, CSV, TSV or YAML.", completion: .file())
    var files: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
    var output: String

    func run() throws {
      var entries: [DictionaryEntry] = []
      var last = "-"
      for path in files {
        let file = try DictionaryFile(path)
        entries += try file.sourceWithoutErrors().entries.map(\.entry)
        last = file.name
      }
      let bytes: [UInt8]
      do { bytes = try EntityDictionary.compile(entries) } catch {
        throw Failure(status: .badData, file: last, what: error.message, remedy: "see `zhtext dictionary lint`")
      }
      try write(bytes)
    }

    /// Writes the file as a whole: whoever has mapped the old one keeps it.
    private func write(_ bytes: [UInt8]) throws {
      if unsafe access(output, F_OK) != 0 {
        let number = unsafe open(output, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
        guard number >= 0 else {
          throw Failure.system(.inputOutput, output, SystemError(), remedy: "check the folder and its permissions")
        }
        close(number)
      }
      try FileReplacement.write(bytes, to: output)
    }
  }
}

extension DictionaryCommand {
  /// `dictionary stats`
  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Count the entities of a dictionary by type.",
      discussion: "For example: zhtext dictionary stats")

    @Argument(help: "The dictionaries; none is the built-in one.", completion: .file())
    var files: [String] = []

    @Option(help: "text: a table; json: one object.")
    var format = Format.text

    func run() throws {
      var output = Output()
      let dictionaries = try DictionaryCommand.dictionaries(files)
      var counts: [EntityType: (entities: Int, names: Int)] = [:]
      for entity in dictionaries.flatMap({ Array($0.entities) }) {
        counts[entity.type, default: (0, 0)].entities += 1
        counts[entity.type, default: (0, 0)].names += 1 + entity.aliases.count
      }
      let rows = EntityType.allCases.compactMap { type in counts[type].map { (type.rawValue, $0.entities, $0.names) } }
      let total = ("total", rows.map { $0.1 }.reduce(0, +), rows.map { $0.2 }.reduce(0, +))
      switch format {
      case .text:
        for (type, entities, names) in rows + [total] {
          let cells = [type + spaces(14 - type.count), right("\(entities)"), right("\(names)")]
          try output.write(cells.joined() + "\n")
        }
      case .json:
        try output.line {
          $0.object { json in
            for (type, entities, names) in rows + [total] {
              json.key(type)
              json.object {
                $0.member("entities", entities)
                $0.member("names", names)
              }
            }
          }
        }
      }
      try output.flush()
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
    private func right(_ number: String) -> String { spaces(9 - number.count) + number }
  }

  /// `dictionary show NAME`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the entities with a name or id.",
      discussion: "The name may be in any script, width and case. For example: zhtext dictionary show 華為")

    @Argument(help: "A name or an id.")
    var name: String

    @Option(
      help: ArgumentHelp("A dictionary over the built-in one; repeatable.", valueName: "file"), completion: .file())
    var dictionary: [String] = []

    @Option(help: "text: for people; json: one object a line, as in a source.")
    var format = Format.text

    func run() throws {
      var output = Output()
      let layers =
        try [TechEntities.dictionary]
        + dictionary.map { path throws(Failure) in
          try DictionaryFile(path).dictionary()
        }
      let found = EntityRecognizer(layers: layers).entities(named: name)
      guard !found.isEmpty else {
        throw Failure(
          status: .badData, file: name, what: "no entity has this name or id",
          remedy: "see them all with `zhtext dictionary export`")
      }
      for entity in found {
        switch format {
        case .text: try output.write(entity.summary)
        case .json: try output.line { $0.value(entity) }
        }
      }
      try output.flush()
    }
  }

  /// `dictionary export`
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the entities of a dictionary as JSON Lines, sorted by id.",
      discussion: "For example: zhtext dictionary export | wc -l")

    @Argument(help: "The dictionaries; none is the built-in one.", completion: .file())
    var files: [String] = []

    @Option(help: "json: JSON Lines; text: a line with type, id and names.")
    var format = Format.json

    func run() throws {
      var output = Output()
      let entities = try DictionaryCommand.dictionaries(files).flatMap { Array($0.entities) }
      for entity in entities.sorted(by: { $0.id < $1.id }) {
        switch format {
        case .json: try output.line { $0.value(entity) }
        case .text:
          let names = [entity.name] + entity.aliases.map(\.text)
          try output.write("\(entity.type.rawValue)\t\(entity.id)\t\(names.joined(separator: "\t"))\n")
        }
      }
      try output.flush()
    }
  }
}
