extension FrontMatter {
  /// Writes a new block with its fences, ready to stand before a body.
  ///
  /// - Parameters:
  ///   - data: a mapping.
  ///   - syntax: how to write it. JSON gets no fences.
  ///   - lineBreak: the line break of the page.
  /// - Throws: ``FrontMatterEditError`` where `data` is no mapping, or has a value that the syntax cannot write: TOML has no
  ///   null, and only finite numbers are JSON.
  public static func text(
    of data: Value, syntax: Syntax = .yaml, lineBreak: String = "\n"
  ) throws(FrontMatterEditError) -> String {
    let root = Path(steps: [])
    guard case .mapping(let entries) = data else { throw FrontMatterEditError(code: .notAMapping, path: root) }
    let text: String
    switch syntax {
    case .yaml:
      text = "---" + lineBreak + YAMLWriter(lineBreak: lineBreak).block(data, indent: 0) + "---" + lineBreak
    case .json:
      guard data.isFinite else { throw FrontMatterEditError(code: .notRepresentable, path: root) }
      text =
        (entries.isEmpty ? "{\(lineBreak)}" : JSONWriter.indented(data, indent: 0, lineBreak: lineBreak)) + lineBreak
    case .toml:
      do throws(NotRepresentable) {
        text = "+++" + lineBreak + (try TOMLWriter(lineBreak: lineBreak).document(entries)) + "+++" + lineBreak
      } catch {
        throw FrontMatterEditError(code: .notRepresentable, path: root)
      }
    }
    return text
  }
}

extension FrontMatter.Value {
  /// Whether every number in it is one that JSON can write.
  fileprivate var isFinite: Bool {
    switch self {
    case .float(let number): number.isFinite
    case .number(let text): Number.double(Array(text.utf8)[...])?.isFinite ?? false
    case .sequence(let elements): elements.allSatisfy(\.isFinite)
    case .mapping(let entries): entries.allSatisfy(\.value.isFinite)
    default: true
    }
  }
}
