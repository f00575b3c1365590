/// The tokens of a chunk, as rules see and change them: by unit, with joins and splits.
@safe
struct TokenPath: ~Copyable {
  // Sound because a path lives only inside of `TechRules.apply`, whose workspace stays in place meanwhile.
  private let ids: UnsafeMutablePointer<UInt16>
  private let bits: UnsafeMutablePointer<UInt64>
  /// Scratch of one byte a unit.
  private let trace: UnsafeMutablePointer<UInt8>
  /// The number of units.
  let count: Int
  let tables: ScoringTables

  init(_ workspace: borrowing Workspace, count: Int, _ tables: ScoringTables) {
    unsafe ids = unsafe workspace.ids
    unsafe bits = unsafe workspace.tokenBits
    unsafe trace = unsafe workspace.lengths
    self.count = count
    self.tables = tables
  }

  /// The unit at a place; a separator behind the last.
  @inline(__always)
  func unit(_ place: Int) -> UInt16 { unsafe ids[place] }

  /// The traits of the unit at a place.
  @inline(__always)
  func traits(_ place: Int) -> UnitTraits.Traits { unsafe tables.traits[ids[place]] }

  /// Whether a token starts at the place; one always does behind the last unit.
  @inline(__always)
  func isStart(_ place: Int) -> Bool { unsafe bits[place >> 6] >> UInt64(place & 63) & 1 == 1 }

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

  /// Whether one Han character is a token by itself.
  func isSingleHan(_ place: Int) -> Bool { isHan(place) && isStart(place) && isStart(place + 1) }

  /// Whether the unit is a Han character.
  @inline(__always)
  func isHan(_ place: Int) -> Bool {
    let unit = unit(place)
    return unit > UnitID.lastASCII && unit < tables.lexicon.endOfSpareHan
  }

  /// Joins the token that starts at the place to the one before it.
  mutating func join(at place: Int) { unsafe bits[place >> 6] &= ~(1 << UInt64(place & 63)) }

  /// Lets a token start at the place.
  mutating func split(at place: Int) { unsafe bits[place >> 6] |= 1 << UInt64(place & 63) }

  /// Makes one token of the units from `start` up to `end`.
  mutating func join(_ start: Int, _ end: Int) {
    for place in start + 1..<max(end, start + 1) { join(at: place) }
  }

  /// Lets the hidden Markov model join characters from `start` up to `end`.
  mutating func joinByModel(_ start: Int, _ end: Int) {
    guard end - start > 1 else { return }
    unsafe tables.model.join(ids + start, count: end - start, trace: trace + start) { place in
      unsafe bits[(start + place) >> 6] &= ~(1 << UInt64((start + place) & 63))
    }
  }
}
