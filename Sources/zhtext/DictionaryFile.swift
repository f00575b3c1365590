import FrontMatterParsing
import NamedEntities
import TextOffsets

/// A file with entities: JSON Lines, CSV, TSV or a YAML list, told by its name, or a compiled dictionary.
struct DictionaryFile {
  let name: String
  private let bytes: [UInt8]

  init(_ path: String) throws(Failure) {
    name = InputOptions.displayName(of: path)
    bytes = try InputOptions.bytes(of: path)
  }

  /// Whether the file was made by `dictionary compile`.
  var isCompiled: Bool { bytes.starts(with: "ZHTEXT\0".utf8) }

  /// The dictionary, compiled now where the file is text.
  func dictionary() throws(Failure) -> EntityDictionary {
    do {
      return isCompiled ? try EntityDictionary(compiled: bytes) : try EntityDictionary(sourceWithoutErrors())
    } catch let error as EntityDictionaryError {
      throw failure(error)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(status: .badData, file: name, what: "\(error)", remedy: "check the file")
    }
  }

  /// The entries of a file that is text, and what is wrong with it.
  func source() throws(Failure) -> DictionarySource {
    guard !isCompiled else {
      throw Failure(
        status: .badData, file: name, what: "this is a compiled dictionary", remedy: "give the text it was made from")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(status: .badData, file: name, what: "the bytes are no UTF-8", remedy: "save the file as UTF-8")
    }
    // A byte-order mark, as spreadsheets write it, is no part of the text.
    let content = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    return switch name.split(separator: ".").last?.lowercased() {
    case "csv": DictionarySource(delimited: content, by: ",")
    case "tsv", "tab": DictionarySource(delimited: content, by: "\t")
    case "yaml", "yml": DictionarySource(yamlList: content)
    default: DictionarySource(jsonLines: content)
    }
  }

  /// The source; its first error, where it has any.
  func sourceWithoutErrors() throws(Failure) -> DictionarySource {
    let source = try source()
    if let problem = source.lint().first(where: { $0.severity == .error }) { throw failure(problem) }
    return source
  }

  func failure(_ problem: DictionarySource.Problem) -> Failure {
    Failure(
      status: .badData, file: name, position: problem.position, what: problem.reason,
      remedy: problem.suggestion ?? "see the form of an entry in the documentation")
  }

  func failure(_ error: EntityDictionaryError) -> Failure {
    Failure(
      status: .badData, file: name, what: error.message,
      remedy: isCompiled ? "compile it again with `zhtext dictionary compile`" : "see `zhtext dictionary lint`")
  }
}

extension DictionarySource {
  /// Reads a YAML list of mappings with the keys of the JSON form, of which `name` and `type` are needed.
  fileprivate init(yamlList text: String) {
    // The reader of front matter reads all of YAML; it wants a mapping between fences.
    let head = "---\nentities:\n"
    var entries: [Located] = []
    var problems: [Problem] = []
    let lines = LineTable(text)
    func position(_ offset: Int) -> LineTable.Position { lines.position(of: max(0, offset - head.utf8.count)) }
    do {
      let list = try FrontMatter(in: head + text + "\n---\n")?.data["entities"]
      for element in list.map({ Array($0.elements) }) ?? [] {
        let start = element.range.start
        // Each item becomes one entry in the JSON form, so that both forms are checked alike.
        var json = JSONWriter()
        json.value(element, orDefaultsOf: element["name"]?.string ?? "")
        let item = DictionarySource(jsonLines: String(decoding: json.bytes, as: UTF8.self))
        problems += item.problems.map { Problem(.error, at: position(start), reason: $0.reason) }
        let range = UTF8Range(
          start: max(0, start - head.utf8.count), end: max(0, element.range.end - head.utf8.count))
        entries += item.entries.map { Located($0.entry, at: range.clamped(to: text.utf8Range)) }
      }
    } catch {
      problems.append(Problem(.error, at: position(error.range.start), reason: error.message))
    }
    self.init(entries: entries, problems: problems, text: text)
  }
}

extension JSONWriter {
  /// Writes a mapping of a YAML list as an entry, with what the entry leaves out.
  fileprivate mutating func value(_ node: FrontMatter.Node, orDefaultsOf name: String) {
    object { json in
      for entry in node.entries {
        json.key(entry.key.string ?? "")
        json.names(entry.value)
      }
      for (key, value) in [("id", "user." + name), ("source", "user"), ("license", "none")] where node[key] == nil {
        if node["change"] == nil { json.member(key, value) }
      }
    }
  }

  /// Writes a value with numbers and dates as text: they are names here, such as 1688 and 360.
  private mutating func names(_ node: FrontMatter.Node) {
    switch node.kind {
    case .null: null()
    case .boolean: value(node.boolean ?? false)
    case .integer, .float, .timestamp, .string: value(node.string ?? "")
    case .sequence: array { json in for element in node.elements { json.names(element) } }
    case .mapping:
      object { json in
        for entry in node.entries {
          json.key(entry.key.string ?? "")
          json.names(entry.value)
        }
      }
    }
  }
}
