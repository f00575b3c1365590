import DataArtifact
import ScriptConversion

/// Puts the decision tries of all groups into the sections that `ConversionTables` reads.
struct ConversionLayout {
  private var pool: [UInt8] = []
  private var poolPlaces: [[UInt8]: Int] = [:]
  private var pages: [UInt64] = []
  private var pagePlaces: [[UInt64]: UInt16] = [:]
  private var pageTables: [UInt16] = []
  private var units: [UInt64] = []
  private var actions: [UInt32] = []
  private var configurations: [ConversionFormat.Configuration] = []

  /// The finished artifact.
  static func artifact(of configurations: ConversionConfigurations, dataVersion: UInt32) -> [UInt8] {
    var layout = ConversionLayout()
    let compatibility = Dictionary(
      uniqueKeysWithValues: configurations.compatibility.entries.map { ($0.key[0], $0.value[0]) })
    for group in configurations.groups {
      let trie = ConversionDecisionTrie(group, excluding: configurations.compatibility)
      layout.add(group, trie, compatibility)
    }
    var writer = DataArtifactWriter(
      kind: ConversionFormat.kind, formatVersion: ConversionFormat.version, dataVersion: dataVersion)
    writer.add(ConversionFormat.Section.configurations, values: layout.configurations)
    writer.add(ConversionFormat.Section.pageTables, values: layout.pageTables)
    writer.add(ConversionFormat.Section.pages, values: layout.pages)
    writer.add(ConversionFormat.Section.units, values: layout.units)
    writer.add(ConversionFormat.Section.actions, values: layout.actions)
    // Outputs are copied sixteen bytes at a time, so reading past the last one must be possible.
    writer.add(
      ConversionFormat.Section.outputs, bytes: layout.pool + Array(repeating: 0, count: ConversionFormat.outputPadding))
    return writer.finish()
  }

  private mutating func add(
    _ group: ConversionConfigurations.Group, _ trie: ConversionDecisionTrie, _ compatibility: [UInt32: UInt32]
  ) {
    let labels = Self.labels(of: trie)
    let families = Self.families(of: trie, labels)
    let layout = ConversionUnits(nodeCount: trie.nodes.count, families: families, labelCount: labels.count + 1)

    // Nodes that act alike in every configuration share a row of the action tables.
    let width = group.pipelines.count
    var rows: [[UInt32]] = [Array(repeating: 0, count: width)]
    var rowNumbers: [[UInt32]: Int] = [rows[0]: 0]
    var asciiReach = 0
    let unitsStart = units.count
    units += repeatElement(ConversionFormat.emptyUnit, count: layout.count)
    for family in families where family.parent != 0 {
      for child in family.children {
        let node = trie.nodes[child.node]
        asciiReach = max(asciiReach, trie.asciiPrefixes[child.node])
        let row = node.actions.enumerated().map { configuration, action in
          action.map { pack($0, trie, path: trie.paths[child.node], configuration) } ?? 0
        }
        let number = rowNumbers[row] ?? rows.count
        if number == rows.count {
          rowNumbers[row] = number
          rows.append(row)
        }
        units[unitsStart + Int(layout.places[child.node])] = ConversionFormat.unit(
          label: child.label, base: layout.bases[child.node], row: UInt32(number))
      }
    }

    let bases = layout.bases
    for (number, pipeline) in group.pipelines.enumerated() {
      let table = addPages { layout, scalar in
        let folded = compatibility[scalar] ?? scalar
        return layout.entry(
          of: scalar, label: labels[folded] ?? 0,
          base: trie.nodes[0].children[folded].map { bases[$0] } ?? 0,
          output: trie.singles[number][folded] ?? [folded])
      }
      configurations.append(
        ConversionFormat.Configuration(
          name: pipeline.name, pageTable: table, units: unitsStart..<units.count,
          actions: actions.count..<actions.count + rows.count, asciiReach: asciiReach))
      actions += rows.map { $0[number] }
    }
  }

  /// Numbers the scalars that stand second or later in a key, frequent ones first, so that the array becomes dense.
  private static func labels(of trie: ConversionDecisionTrie) -> [UInt32: UInt16] {
    var counts: [UInt32: Int] = [:]
    for node in trie.nodes.dropFirst() {
      for scalar in node.children.keys { counts[scalar, default: 0] += 1 }
    }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.key, UInt16($0 + 1)) })
  }

  private static func families(
    of trie: ConversionDecisionTrie, _ labels: [UInt32: UInt16]
  ) -> [ConversionUnits.Family] {
    var families: [ConversionUnits.Family] = []
    var open = trie.nodes[0].children.sorted { $1.key < $0.key }.map(\.value)
    while let node = open.popLast() {
      let children = trie.nodes[node].children.sorted { $0.key < $1.key }
      if children.isEmpty { continue }
      families.append((node, children.map { (labels[$0.key]!, $0.value) }))
      open += children.reversed().map(\.value)
    }
    return families
  }

  private mutating func pack(
    _ action: ConversionDecisionTrie.Action, _ trie: ConversionDecisionTrie, path: Scalars, _ configuration: Int
  ) -> UInt32 {
    if action.output == trie.separately(path.prefix(action.count), configuration: configuration) {
      return ConversionFormat.separately(action.count)
    }
    let bytes = action.output.utf8
    return ConversionFormat.action(
      output: place(of: bytes), byteCount: bytes.count, partialCount: action.count == path.count ? 0 : action.count)
  }

  private mutating func place(of bytes: [UInt8]) -> Int {
    if let known = poolPlaces[bytes] { return known }
    let place = pool.count
    pool += bytes
    poolPlaces[bytes] = place
    return place
  }

  private mutating func entry(of scalar: UInt32, label: UInt16, base: UInt32, output: Scalars) -> UInt64 {
    if ConversionFormat.sequenceOperators.contains(scalar) {
      precondition(label == 0 && base == 0 && output == [scalar], "no key holds an operator of a description sequence")
      return ConversionFormat.entry(label: 0, base: 0, kind: .sequenceOperator, value: 0)
    }
    let bytes = output.utf8
    if bytes.count == 3 {
      let value = UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16
      return ConversionFormat.entry(
        label: label, base: base, kind: output == [scalar] ? .sameThreeBytes : .threeBytes, value: value)
    }
    if output == [scalar] { return ConversionFormat.entry(label: label, base: base, kind: .copied, value: 0) }
    let place = place(of: [UInt8(bytes.count)] + bytes)
    return ConversionFormat.entry(label: label, base: base, kind: .stored, value: UInt32(place))
  }

  /// Adds the pages of a configuration, sharing those that are the same as earlier ones.
  private mutating func addPages(_ entry: (inout ConversionLayout, UInt32) -> UInt64) -> Int {
    let start = pageTables.count
    for page in 0..<UInt32(ConversionFormat.pageTableCount) {
      let scalars = page * 64..<page * 64 + 64
      var entries = scalars.map { scalar in
        Unicode.Scalar(scalar) == nil ? ConversionFormat.copiedEntry : entry(&self, scalar)
      }
      // Pages where nothing happens to any scalar are one and the same, unless much text lies in them.
      if zip(scalars, entries).allSatisfy({ Self.isIdle($1, $0) }), !ConversionFormat.isCommon(scalars.lowerBound) {
        entries = Array(repeating: ConversionFormat.copiedEntry, count: 64)
      }
      if let known = pagePlaces[entries] {
        pageTables.append(known)
      } else {
        let number = UInt16(pages.count / 64)
        pagePlaces[entries] = number
        pages += entries
        pageTables.append(number)
      }
    }
    return start
  }

  private static func isIdle(_ entry: UInt64, _ scalar: UInt32) -> Bool {
    if entry == ConversionFormat.copiedEntry { return true }
    let bytes = [scalar].utf8
    guard bytes.count == 3 else { return false }
    let value = UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16
    return entry == ConversionFormat.entry(label: 0, base: 0, kind: .sameThreeBytes, value: value)
  }
}
