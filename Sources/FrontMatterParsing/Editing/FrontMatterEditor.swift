internal import TextOffsets

/// Changes the block of a page key by key: exactly the lines of the changed key differ, and every other byte stays.
///
/// ```swift
/// import FrontMatterParsing
///
/// var editor = try FrontMatterEditor("---\ntitle: '旧标题' # 待定\ntags: [芯片]\n---\n正文\n")
/// try editor.set("title", to: "新标题")
/// try editor.append("访谈", to: "tags")
/// print(editor.text)
/// ```
///
/// After each change the block is read again; a change that would not read back as asked is refused, and the page is as it
/// was. Each costs about as much as reading the block twice, plus copying the page.
public struct FrontMatterEditor: Sendable {
  /// The page as it is now.
  public private(set) var text: String
  /// The block as it is now; `nil` while the page has none.
  public private(set) var matter: FrontMatter?
  private let newSyntax: FrontMatter.Syntax
  private let limits: FrontMatter.Limits

  /// Reads the block of a page.
  ///
  /// - Parameters:
  ///   - text: the page.
  ///   - syntax: how a block is written that the first change creates, where the page has none.
  ///   - limits: how much the block may ask for.
  /// - Throws: ``FrontMatterError`` where the page has a block that cannot be read.
  public init(
    _ text: String, creating syntax: FrontMatter.Syntax = .yaml, limits: FrontMatter.Limits = FrontMatter.Limits()
  ) throws(FrontMatterError) {
    matter = try FrontMatter(in: text, limits: limits)
    self.text = text
    self.limits = limits
    newSyntax = syntax
  }

  // MARK: Changes

  /// Writes a value, in place of the one at the path or as a new last entry; collections on the way are made.
  public mutating func set(
    _ path: FrontMatter.Path, to value: FrontMatter.Value
  ) throws(FrontMatterEditError) {
    guard let last = path.steps.last else { throw FrontMatterEditError(code: .notFound, path: path) }
    guard matter != nil else { return try create(path, value) }
    try change(path) { (source, syntax) throws(EditRefusal) in
      switch try source.lookUp(path) {
      case .found(let place):
        return switch syntax {
        case .yaml: try YAMLEdits(source: source).replace(place, with: value)
        case .toml: try TOMLEdits(source: source).replace(place, with: value)
        case .json: JSONEdits(source: source).replace(place, with: value)
        }
      case .missing(let place, let rest):
        let value = rest.dropFirst().reversed().reduce(value) {
          .mapping([FrontMatter.Value.Entry(key: $1, value: $0)])
        }
        return switch syntax {
        case .yaml: try YAMLEdits(source: source).insert(rest.first ?? last, value, into: place)
        case .toml: try TOMLEdits(source: source).insert(rest.first ?? last, value, into: place)
        case .json: try JSONEdits(source: source).insert(rest.first ?? last, value, into: place)
        }
      }
    } check: {
      $0[path: path]?.says(value) ?? false
    }
  }

  /// Adds a value at the end of the list at the path; a list is made where there is nothing.
  public mutating func append(
    _ value: FrontMatter.Value, to path: FrontMatter.Path
  ) throws(FrontMatterEditError) {
    guard let node = matter?.data[path: path] else { return try set(path, to: .sequence([value])) }
    let count = node.count
    try change(path) { (source, syntax) throws(EditRefusal) in
      guard case .found(let place) = try source.lookUp(path) else { throw EditRefusal(.notFound) }
      if source.tree[place.node].kind == .alias { throw EditRefusal(.throughAlias) }
      return switch syntax {
      case .yaml: try YAMLEdits(source: source).append(value, to: place)
      case .toml: try TOMLEdits(source: source).append(value, to: place)
      case .json: try JSONEdits(source: source).append(value, to: place)
      }
    } check: { data in
      guard let list = data[path: path] else { return false }
      return list.count == count + 1 && list[count]?.says(value) ?? false
    }
  }

  /// Removes the value at the path with its key.
  public mutating func remove(_ path: FrontMatter.Path) throws(FrontMatterEditError) {
    guard let name = path.steps.last else { throw FrontMatterEditError(code: .notFound, path: path) }
    let parentPath = FrontMatter.Path(steps: path.steps.dropLast())
    let count = matter?.data[path: parentPath]?.count ?? 0
    try change(path) { (source, syntax) throws(EditRefusal) in
      guard case .found(let place) = try source.lookUp(path) else { throw EditRefusal(.notFound) }
      return switch syntax {
      case .yaml: try YAMLEdits(source: source).remove(place)
      case .toml: TOMLEdits(source: source).remove(place)
      case .json: JSONEdits(source: source).remove(place)
      }
    } check: { data in
      // A table that only its own keys made is gone with the last of them.
      guard let parent = data[path: parentPath] else { return count == 1 }
      return parent.count == count - 1 || (parent.kind == .mapping && parent[name] == nil)
    }
  }

  /// Gives the key at the end of the path another name.
  public mutating func rename(_ path: FrontMatter.Path, to key: String) throws(FrontMatterEditError) {
    guard let name = path.steps.last else { throw FrontMatterEditError(code: .notFound, path: path) }
    if name == key && matter?.data[path: path] != nil { return }
    let newPath = FrontMatter.Path(steps: path.steps.dropLast() + [key])
    if matter?.data[path: newPath] != nil { throw FrontMatterEditError(code: .keyExists, path: path) }
    try change(path) { (source, syntax) throws(EditRefusal) in
      guard case .found(let place) = try source.lookUp(path) else { throw EditRefusal(.notFound) }
      return switch syntax {
      case .yaml: try YAMLEdits(source: source).rename(place, to: key)
      case .toml: try TOMLEdits(source: source).rename(place, to: key)
      case .json: try JSONEdits(source: source).rename(place, to: key)
      }
    } check: {
      $0[path: newPath] != nil && $0[path: path] == nil
    }
  }

  // MARK: Doing it

  /// Makes the changes that `find` names, reads the block again, and keeps the result if `check` agrees.
  private mutating func change(
    _ path: FrontMatter.Path,
    _ find: (EditSource, FrontMatter.Syntax) throws(EditRefusal) -> [SourceChange],
    check: (FrontMatter.Node) -> Bool
  ) throws(FrontMatterEditError) {
    guard let matter else { throw FrontMatterEditError(code: .notFound, path: path) }
    let changes: [SourceChange]
    do throws(EditRefusal) {
      changes = try find(EditSource(tree: matter.tree, root: matter.root, lineBreak: lineBreak), matter.syntax)
    } catch {
      throw FrontMatterEditError(code: error.code, path: path)
    }
    let base = matter.block.contentRange.start
    let bytes = text.utf8
    var changed = ""
    changed.reserveCapacity(bytes.count + 64)
    var copied = bytes.startIndex
    for change in changes {
      let start = bytes.index(bytes.startIndex, offsetBy: base + change.range.lowerBound)
      changed += text[copied..<start]
      changed += change.text
      copied = bytes.index(bytes.startIndex, offsetBy: base + change.range.upperBound)
    }
    changed += text[copied...]
    try accept(changed, path, check)
  }

  /// Puts a new block before everything but a byte-order mark.
  private mutating func create(_ path: FrontMatter.Path, _ value: FrontMatter.Value) throws(FrontMatterEditError) {
    let data = path.steps.reversed().reduce(value) { .mapping([FrontMatter.Value.Entry(key: $1, value: $0)]) }
    guard let block = try? FrontMatter.text(of: data, syntax: newSyntax, lineBreak: lineBreak) else {
      throw FrontMatterEditError(code: .notRepresentable, path: path)
    }
    let hasMark = text.utf8.starts(with: [0xEF, 0xBB, 0xBF])
    let start = text.utf8.index(text.startIndex, offsetBy: hasMark ? 3 : 0)
    try accept(String(text[..<start]) + block + text[start...], path) { $0[path: path]?.says(value) ?? false }
  }

  private mutating func accept(
    _ changed: String, _ path: FrontMatter.Path, _ check: (FrontMatter.Node) -> Bool
  ) throws(FrontMatterEditError) {
    let read: FrontMatter?
    do throws(FrontMatterError) {
      read = try FrontMatter(in: changed, limits: limits)
    } catch {
      let isLimit = [.tooLarge, .tooDeep, .tooManyKeys, .tooManyAliases].contains(error.code)
      throw FrontMatterEditError(code: isLimit ? .beyondLimits : .notRepresentable, path: path)
    }
    guard let read, check(read.data) else { throw FrontMatterEditError(code: .notRepresentable, path: path) }
    matter = read
    text = changed
  }

  /// The line break that the content's first line ends with, or the page's where there is no content.
  private var lineBreak: String {
    let bytes = text.utf8.span
    let content = matter?.block.contentRange
    let start = content.map { $0.isEmpty ? 0 : $0.start } ?? 0
    for offset in start..<bytes.count where bytes[offset] == .lineFeed {
      return offset > 0 && bytes[offset - 1] == .carriageReturn ? "\r\n" : "\n"
    }
    return "\n"
  }
}
