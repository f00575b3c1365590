extension FrontMatter {
  /// The way to a value: keys of mappings and indices of sequences, from the outside in.
  ///
  /// Written `params.author.0`; a key that has a dot in it stands in double quotes: `params."a.b"`.
  public struct Path: Hashable, Sendable {
    /// The steps; a number is an index where it is applied to a sequence, and a key elsewhere.
    public var steps: [String]

    /// Makes a path of steps, whatever characters they have.
    public init(steps: [String]) { self.steps = steps }

    /// Reads a path; `nil` where a step is empty without quotes, or a quote is not closed.
    public init?(_ text: some StringProtocol) {
      var steps: [String] = []
      var rest = Substring(text)
      repeat {
        if !steps.isEmpty { rest.removeFirst() }
        let step: Substring
        if rest.first == "\"" {
          let inner = rest.dropFirst()
          guard let close = inner.firstIndex(of: "\"") else { return nil }
          step = inner[..<close]
          rest = inner[inner.index(after: close)...]
          guard rest.isEmpty || rest.first == "." else { return nil }
        } else {
          step = rest.prefix { $0 != "." }
          if step.isEmpty { return nil }
          rest = rest[step.endIndex...]
        }
        steps.append(String(step))
      } while !rest.isEmpty
      self.steps = steps
    }
  }
}

extension FrontMatter.Path: ExpressibleByStringLiteral {
  /// Reads a path from a literal.
  ///
  /// - Precondition: the literal is a path; see ``init(_:)``.
  public init(stringLiteral value: String) {
    guard let path = FrontMatter.Path(value) else { preconditionFailure("not a path: \(value)") }
    self = path
  }
}

extension FrontMatter.Path: CustomStringConvertible {
  /// The path as it is written.
  public var description: String {
    steps.map { $0.isEmpty || $0.contains(where: { $0 == "." || $0 == "\"" }) ? "\"\($0)\"" : $0 }.joined(
      separator: ".")
  }
}

extension FrontMatter.Node {
  /// The value at a path below this one.
  public subscript(path path: FrontMatter.Path) -> FrontMatter.Node? {
    var node = self
    for step in path.steps {
      guard let next = node.kind == .sequence ? Int(step).flatMap({ node[$0] }) : node[step] else { return nil }
      node = next
    }
    return node
  }
}
