/// The tokens of a chunk, as rules see and change them: by unit, with joins and splits.
@safe
struct TokenPath: ~Copyable {
  // Sound because a path lives only inside of `TechRules.apply`, whose workspace and text stay in place meanwhile.
  let ids: UnsafeMutablePointer<UInt16>
  private let traitsTable: UnsafePointer<UInt32>
  private let bits: UnsafeMutablePointer<UInt64>
  private let starts: UnsafeMutablePointer<UInt32>
  private let bytes: UnsafePointer<UInt8>
  /// The number of units.
  let count: Int
  let tables: ScoringTables
  private let endOfHan: UInt16

  /// - Parameter bytes: the text that the workspace's offsets count in.
  init(
    _ workspace: inout Workspace, count: Int, _ bytes: UnsafePointer<UInt8>, _ tables: ScoringTables,
    _ traits: UnitTraits
  ) {
    unsafe traitsTable = UnsafePointer(traits.table)
    unsafe ids = unsafe workspace.ids
    unsafe bits = unsafe workspace.tokenBits
    unsafe starts = unsafe workspace.starts
    unsafe self.bytes = unsafe bytes
    self.count = count
    self.tables = tables
    endOfHan = tables.lexicon.endOfSpareHan
  }

  /// The unit at a place; a separator behind the last.
  @inline(__always)
  func unit(_ place: Int) -> UInt16 { unsafe ids[place] }

  /// The traits of the unit at a place.
  @inline(__always)
  func traits(_ place: Int) -> UnitTraits.Traits { unsafe .init(rawValue: traitsTable[Int(ids[place])]) }

  /// Whether a token starts at the place; one always does behind the last unit.
  @inline(__always)
  func isStart(_ place: Int) -> Bool { unsafe bits[place >> 6] >> UInt64(place & 63) & 1 == 1 }

  /// Of 64 places, one bit each: whether a token starts there, and whether it is one unit long.
  @inline(__always)
  func starts(ofWord word: Int) -> (any: UInt64, single: UInt64) {
    unsafe (bits[word], bits[word] & (bits[word] >> 1 | bits[word + 1] << 63))
  }

  /// Where the token that starts at the place ends.
  func end(of place: Int) -> Int {
    var end = place + 1
    while end < count && !isStart(end) { end += 1 }
    return end
  }

  /// Where the token that ends at the place starts.
  func start(endingAt place: Int) -> Int {
    var start = place - 1
    while start > 0 && !isStart(start) { start -= 1 }
    return start
  }

  /// Whether the unit is a Han character.
  @inline(__always)
  func isHan(_ place: Int) -> Bool {
    let unit = unit(place)
    return unit > UnitID.lastASCII && unit < endOfHan
  }

  /// Whether one Han character is a token by itself.
  @inline(__always)
  func isSingleHan(_ place: Int) -> Bool { place < count && isHan(place) && isStart(place) && isStart(place + 1) }

  /// Whether a token of two Han characters starts at the place.
  func isPairOfHan(_ place: Int) -> Bool {
    place + 1 < count && isHan(place) && isHan(place + 1) && isStart(place) && !isStart(place + 1) && isStart(place + 2)
  }

  /// Whether all units up to `end` have the traits.
  func all(_ start: Int, _ end: Int, have wanted: UnitTraits.Traits) -> Bool {
    for place in start..<end where !traits(place).isSuperset(of: wanted) { return false }
    return true
  }

  /// Whether the token is 让, the first half of names such as 让-雅克, and a common word otherwise.
  func isJean(_ start: Int, _ end: Int) -> Bool { end - start == 1 && unit(start) == tables.words.jean }

  /// Whether the unit is one Latin letter.
  func isInitial(_ place: Int) -> Bool {
    unsafe traits(place).contains(.latin) && starts[place + 1] - starts[place] == 1
      && LatinCompounds.isLetter(byte(place))
  }

  /// The first byte of the unit at a place before the last.
  func byte(_ place: Int) -> UInt8 { unsafe bytes[Int(starts[place])] }

  /// Whether the unit is a Latin word that ends with a digit, or a number with 万 or 亿.
  func isNumber(_ place: Int) -> Bool {
    guard place >= 0, traits(place).contains(.latin) else { return false }
    let end = unsafe Int(starts[place + 1])
    return unsafe ASCIIClass.isDigit(bytes[end - 1])
      || ASCIIClass.isDigit(bytes[Int(starts[place])]) && bytes[end - 1] >= 0x80
  }

  /// Whether the word from `start` up to `end` is in the lexicon with at most the frequency, or not at all.
  func isRarer(_ start: Int, _ end: Int, than frequency: Double) -> Bool {
    unsafe Lattice.weight(ids, start, end, tables) <= tables.logWeight(frequency)
  }

  /// Whether the units from `start` up to `end` are a word of the lexicon.
  func isWord(_ start: Int, _ end: Int) -> Bool { unsafe Lattice.isWord(ids, start, end, tables) }

  /// Joins the token that starts at the place to the one before it.
  mutating func join(at place: Int) { unsafe bits[place >> 6] &= ~(1 << UInt64(place & 63)) }

  /// Lets a token start at the place.
  mutating func split(at place: Int) { unsafe bits[place >> 6] |= 1 << UInt64(place & 63) }

  /// Makes one token of the units from `start` up to `end`.
  mutating func join(_ start: Int, _ end: Int) {
    for place in start + 1..<max(end, start + 1) { join(at: place) }
  }
}
