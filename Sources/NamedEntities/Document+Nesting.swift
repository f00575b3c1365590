internal import TextOffsets

extension Document {
  /// The names strictly inside of `outer`: one that starts with it and ends sooner, and what starts later.
  ///
  /// Only people, companies, bodies and products are named inside of names: the 北京 of 北京大学 is no mention of the
  /// city, nor the 清华 of 清华大学 one of itself. Of a product inside of a product only the family at its start counts:
  /// Claude in Claude Opus 4.5, not Opus. A person's name holds no other.
  mutating func nestedNames(in outer: Name) -> [Name] {
    let entity = entity(outer.readings[0].entity)
    guard entity.type != .person, let first = unsafe NameBoundary.scalar(at: outer.range.start, in: text) else {
      return []
    }
    var names: [Name] = []
    var offset = outer.range.start + UTF8.width(first)
    var end = outer.range.end
    // From long to short, as the longest may not be one to report.
    while let shorter = shorten(outer.range.start..<end), let match = firstMatch(in: shorter),
      match.found.start == outer.range.start
    {
      end = match.found.end
      offset = max(offset, end)
      if let name = name(match, inside: outer, entity) {
        names.append(name)
        break
      }
    }
    if entity.type == .product { return names }
    while offset < outer.range.end, let match = firstMatch(in: offset..<outer.range.end) {
      offset = match.found.end
      if let name = name(match, inside: outer, entity) { names.append(name) }
    }
    return names
  }

  private func firstMatch(in range: Range<Int>) -> (layer: Int, found: NameScanner.Found)? {
    var scan = unsafe LayeredScan(recognizer.layers, text: text, scope: range)
    return scan.next(from: range.lowerBound)
  }

  /// The range without its last character; `nil` where nothing is left.
  private func shorten(_ range: Range<Int>) -> Range<Int>? {
    guard let last = unsafe NameBoundary.scalar(before: range.upperBound, in: text),
      range.count > UTF8.width(last)
    else { return nil }
    return range.lowerBound..<range.upperBound - UTF8.width(last)
  }

  /// The name that `match` is, with the readings that may stand inside of `outer`; `nil` where there are none.
  private mutating func name(
    _ match: (layer: Int, found: NameScanner.Found), inside outer: Name, _ outerEntity: Entity
  ) -> Name? {
    let range = UTF8Range(start: match.found.start, end: match.found.end)
    let hasDigit = unsafe text[range.offsets].contains { (0x30...0x39).contains($0) }
    var readings = readings(of: match.found, layer: match.layer) ?? []
    readings.removeAll { reading in
      let inner = entity(reading.entity)
      if inner.id == outerEntity.id { return true }
      switch inner.type {
      case .person, .company, .organisation: return false
      case .product: return outerEntity.type == .product && hasDigit
      case .place, .event, .work, .technology: return true
      }
    }
    return readings.isEmpty ? nil : Name(range: range, level: 1, readings: readings)
  }
}
