import ArgumentParser
import FrontMatterParsing
import TextDecoding
import TextOffsets

/// `zhtext front-matter`: the metadata block of pages.
struct FrontMatterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "front-matter",
    abstract: "Show or change the metadata block of pages.",
    discussion: """
      For example:
        printf -- '---\\ntitle: "端侧模型" # 待定\\n---\\n正文\\n' | zhtext front-matter set title 新标题
        zhtext front-matter get params.author.0 page.md
      A path is keys and list indices joined by dots; a key with a dot in it stands in double quotes.
      """,
    subcommands: [Show.self, Get.self, Set.self, Remove.self])

  /// How values are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// A JSON value a line.
    case json
    /// The text of a scalar, quotes and escapes resolved; collections as JSON.
    case raw
  }
}

extension FrontMatterCommand {
  /// Prints one JSON object for each page.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print syntax, range, body start, data and warnings as JSON.",
      discussion: """
        For example: zhtext front-matter show page.md
        With --format raw, the block itself as it stands in the page.
        """)

    @Option(help: "json: one object a page; raw: the block as it is.") var format = Format.json
    @OptionGroup var input: InputOptions

    func run() throws {
      try input.forEachHead { document, matter, output in
        switch format {
        case .json: try output.line { document.write(matter, to: &$0) }
        case .raw: if let matter { try output.write(document.text[matter.block.range]) }
        }
      }
    }
  }

  /// Prints the value at a path.
  struct Get: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the value at a path.",
      discussion: "For example: zhtext front-matter get --format raw title page.md")

    @Argument(help: ArgumentHelp("Keys and list indices, joined by dots.", valueName: "key.path")) var key:
      KeyPathArgument
    @Option(help: "json: a JSON value; raw: the text of a scalar.") var format = Format.json
    @OptionGroup var input: InputOptions

    func run() throws {
      try input.forEachHead { document, matter, output in
        let node = try document.node(at: key.path, of: matter)
        if format == .raw, let text = node.string {
          try output.write(text + "\n")
        } else {
          try output.line { $0.value(node) }
        }
      }
    }
  }

  /// Writes a value.
  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change the value at a path, or add it; every other line stays.",
      discussion: """
        For example: zhtext front-matter set --in-place tags '[芯片, 访谈]' page.md
        The value is read as YAML: true, 12, 1.10, 2026-01-10, [a, b], {a: 1}, or a text. A text stays a text.
        """)

    @Argument(help: ArgumentHelp("Keys and list indices, joined by dots.", valueName: "key.path")) var key:
      KeyPathArgument
    @Argument(help: "The value, as YAML writes it on one line.") var value: String
    @OptionGroup var edit: EditOptions

    func run() throws {
      try edit.forEachPage { editor in
        let isText = editor.matter?.data[path: key.path]?.kind == .string
        try editor.set(key.path, to: FrontMatter.Value(argument: value, isText: isText))
      }
    }
  }

  /// Removes a value.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove the value at a path with its key; every other line stays.",
      discussion: "For example: zhtext front-matter remove --in-place draft page.md")

    @Argument(help: ArgumentHelp("Keys and list indices, joined by dots.", valueName: "key.path")) var key:
      KeyPathArgument
    @OptionGroup var edit: EditOptions

    func run() throws {
      try edit.forEachPage { editor in try editor.remove(key.path) }
    }
  }

  /// The options of what changes pages.
  struct EditOptions: ParsableArguments {
    @Flag(help: "Write the page back to its file, as a whole, instead of to standard output.") var inPlace = false
    @OptionGroup var input: InputOptions

    /// Changes each page and writes it.
    func forEachPage(_ change: (inout FrontMatterEditor) throws -> Void) throws {
      if inPlace && (input.files.isEmpty || input.files.contains("-")) {
        throw ValidationError("--in-place needs the names of files")
      }
      try InputOptions.forEachFile(input.files, quiet: input.quiet) { path, output in
        let page = try page(at: path)
        var editor = try page.reading { () throws(FrontMatterError) in try FrontMatterEditor(page.text) }
        do {
          try change(&editor)
        } catch let error as FrontMatterEditError {
          throw page.failure(error)
        }
        if !inPlace {
          try output.write(editor.text)
        } else if editor.text != page.text {
          try FileReplacement.write(Array(editor.text.utf8), to: path)
        }
      }
    }

    /// The page, its bytes as they are if they are UTF-8; only then can it be written back.
    private func page(at path: String) throws -> Document {
      let bytes = try InputOptions.bytes(of: path)
      let name = InputOptions.displayName(of: path)
      if input.encoding.encoding == nil || input.encoding.encoding == .utf8,
        let text = String(validating: bytes, as: UTF8.self)
      {
        return Document(name: name, text: text)
      }
      if inPlace {
        throw Failure(
          status: .badData, file: name, what: "the file is not UTF-8, so it cannot be changed in place",
          remedy: "turn it into UTF-8 with 'zhtext decode' first")
      }
      return try Document(name: name, bytes: bytes, encoding: input.encoding.encoding)
    }
  }
}

/// The path as an argument.
struct KeyPathArgument: ExpressibleByArgument {
  let path: FrontMatter.Path

  init?(argument: String) {
    guard let path = FrontMatter.Path(argument) else { return nil }
    self.path = path
  }
}

extension FrontMatter.Value {
  /// Reads a value as it is given on a command line: as YAML, or as a text where it is none or a text is replaced.
  init(argument: String, isText: Bool) {
    let page = "---\nv: \(argument)\n---\n"
    let node = argument.contains(where: \.isNewline) ? nil : (try? FrontMatter(in: page))?.data["v"]
    let isScalar = node.map { $0.kind != .sequence && $0.kind != .mapping } ?? true
    // What YAML would take as a comment behind the value is a part of the text here.
    guard let node, node.range.count == argument.utf8.count, !(isText && isScalar) else {
      self = .string(argument)
      return
    }
    self = node.value
  }
}

extension InputOptions {
  /// Reads each page up to the end of its block, and hands it over with the block.
  fileprivate func forEachHead(_ body: (Document, FrontMatter?, inout Output) throws -> Void) throws {
    try Self.forEachFile(files, quiet: quiet) { path, output in
      if let (document, matter) = try head(of: path) { return try body(document, matter, &output) }
      let document = try read(path)
      let matter = try document.reading { () throws(FrontMatterError) in try FrontMatter(in: document.text) }
      try body(document, matter, &output)
    }
  }

  /// The head of a file in UTF-8; `nil` where all of the file has to be looked at to read it, or to say what is wrong.
  private func head(of path: String) throws -> (Document, FrontMatter?)? {
    guard path != "-", encoding.encoding == nil || encoding.encoding == .utf8 else { return nil }
    let descriptor = try Self.open(path)
    guard let head = try? FrontMatter.Head(descriptor: descriptor.number) else { return nil }
    // UTF-16 has NUL in nearly every text, and a fence in it is none in UTF-8.
    if head.frontMatter == nil && head.bytes.contains(0) { return nil }
    let text = String(decoding: head.bytes[..<head.bodyStart], as: UTF8.self)
    return (Document(name: Self.displayName(of: path), text: text), head.frontMatter)
  }
}

extension Document {
  fileprivate func node(at path: FrontMatter.Path, of matter: FrontMatter?) throws(Failure) -> FrontMatter.Node {
    guard let matter else {
      throw Failure(
        status: .badData, file: name, what: "the page has no front matter",
        remedy: "add a block with 'zhtext front-matter set'")
    }
    guard let node = matter.data[path: path] else { throw failure(FrontMatterEditError(code: .notFound, path: path)) }
    return node
  }

  fileprivate func reading<Result>(_ read: () throws(FrontMatterError) -> Result) throws(Failure) -> Result {
    do {
      return try read()
    } catch {
      throw Failure(frontMatter: error, in: name)
    }
  }

  fileprivate func failure(_ error: FrontMatterEditError) -> Failure {
    let (what, remedy) = error.message.splitAtSemicolon
    return Failure(status: .badData, file: name, what: what, remedy: remedy)
  }

  /// Writes what `show` tells of a page.
  fileprivate func write(_ matter: FrontMatter?, to json: inout JSONWriter) {
    json.object { json in
      json.key("syntax")
      if let matter { json.value(matter.syntax.rawValue) } else { json.null() }
      json.key("range")
      if let matter { json.object { $0.members(of: matter.block.range) } } else { json.null() }
      json.member("bodyStart", matter?.bodyRange.start ?? 0)
      json.key("data")
      if let matter { json.value(matter.data) } else { json.null() }
      json.key("warnings")
      json.array { json in
        let lines = LineTable(matter?.warnings.isEmpty == false ? text : "")
        for warning in matter?.warnings ?? [] {
          json.object { json in
            let position = lines.position(of: warning.range.start)
            json.member("code", warning.code.rawValue)
            json.members(of: warning.range)
            json.member("line", position.line)
            json.member("column", position.column)
            json.member("message", warning.message)
            if let fix = warning.fix {
              json.key("fix")
              json.object { json in
                json.members(of: fix.range)
                json.member("replacement", fix.replacement)
              }
            }
          }
        }
      }
    }
  }
}

extension Failure {
  /// The failure of a metadata block.
  init(frontMatter error: FrontMatterError, in file: String) {
    let (what, remedy) = error.message.splitAtSemicolon
    self.init(status: .badData, file: file, position: error.position, what: what, remedy: remedy)
  }
}

extension String {
  /// What is wrong, and what to do about it.
  fileprivate var splitAtSemicolon: (String, String) {
    guard let semicolon = firstIndex(of: ";") else { return (self, "check the page") }
    return (String(self[..<semicolon]), String(self[index(after: semicolon)...].drop { $0 == " " }))
  }
}
