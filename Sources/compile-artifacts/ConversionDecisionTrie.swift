/// The decisions of a group's configurations, as one trie over normalised scalars.
///
/// Read it from a place of the text as deep as it goes. What happens there is what the deepest node with an action says;
/// where none has one, the first scalar alone is converted.
struct ConversionDecisionTrie {
  /// What to do where a node is reached.
  struct Action: Hashable {
    /// How many scalars are dealt with; the node's depth, unless a key deeper in the text takes precedence over the
    /// longest key here.
    let count: Int
    let output: Scalars
  }

  struct Node {
    var children: [UInt32: Int] = [:]
    /// The action in each configuration; `nil` stands for that of the nearest ancestor that has one.
    var actions: [Action?]
  }

  private(set) var nodes: [Node]
  /// The scalars that lead to each node.
  private(set) var paths: [Scalars] = [[]]
  /// How many scalars of ASCII the way to each node begins with.
  private(set) var asciiPrefixes: [Int] = [0]
  /// What single scalars become, by configuration.
  private(set) var singles: [[UInt32: Scalars]]

  init(_ group: ConversionConfigurations.Group, excluding compatibility: ConversionDictionary) {
    let empty = Node(actions: Array(repeating: nil, count: group.pipelines.count))
    nodes = [empty]
    singles = Array(repeating: [:], count: group.pipelines.count)
    let folded = Set(compatibility.entries.map { $0.key[0] })
    for (number, pipeline) in group.pipelines.enumerated() {
      for scalar in pipeline.starts.subtracting(folded).sorted() {
        guard let tree = Tree([scalar], pipeline, folded) else { continue }
        if tree.action.output != [scalar] { singles[number][scalar] = tree.action.output }
        add(tree.children, below: 0, path: [scalar], inherited: tree.action, number, empty)
      }
    }
  }

  /// What the scalars become, each by itself.
  func separately(_ scalars: some Sequence<UInt32>, configuration: Int) -> Scalars {
    scalars.flatMap { singles[configuration][$0] ?? [$0] }
  }

  /// The decisions of one configuration about texts with a given beginning.
  private final class Tree {
    let action: Action
    private(set) var children: [(scalar: UInt32, tree: Tree)] = []

    init?(_ known: Scalars, _ pipeline: ConversionPipeline, _ folded: Set<UInt32>, unlike parent: Action? = nil) {
      precondition(known.count < 64, "no chain of keys that overlap each other is that long")
      let decision = pipeline.decide(known)
      action = Action(count: decision.count, output: decision.output)
      for scalar in Set(decision.next).filter({ !folded.contains($0) }).sorted() {
        if let tree = Tree(known + [scalar], pipeline, folded, unlike: action) { children.append((scalar, tree)) }
      }
      if children.isEmpty && action == parent { return nil }
    }
  }

  private mutating func add(
    _ children: [(scalar: UInt32, tree: Tree)], below root: Int, path: Scalars, inherited: Action, _ number: Int,
    _ empty: Node
  ) {
    guard !children.isEmpty else { return }
    let node = node(at: path, empty)
    for child in children {
      let place = path + [child.scalar]
      let childNode = self.node(below: node, child.scalar, empty)
      var inherited = inherited
      if child.tree.action != inherited {
        nodes[childNode].actions[number] = child.tree.action
        inherited = child.tree.action
      }
      add(child.tree.children, below: childNode, path: place, inherited: inherited, number, empty)
    }
  }

  private mutating func node(at path: Scalars, _ empty: Node) -> Int {
    path.reduce(0) { node(below: $0, $1, empty) }
  }

  private mutating func node(below parent: Int, _ scalar: UInt32, _ empty: Node) -> Int {
    if let child = nodes[parent].children[scalar] { return child }
    nodes.append(empty)
    let isASCII = scalar < 0x80 && asciiPrefixes[parent] == paths[parent].count
    asciiPrefixes.append(asciiPrefixes[parent] + (isASCII ? 1 : 0))
    paths.append(paths[parent] + [scalar])
    nodes[parent].children[scalar] = nodes.count - 1
    return nodes.count - 1
  }
}
