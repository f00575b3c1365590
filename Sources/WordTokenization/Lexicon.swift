package import DataArtifact

/// The words that a tokenizer knows, with their frequencies, and the scores by which it guesses unknown words.
///
/// A lexicon is compiled ahead of time and read in place: opening one costs microseconds and no memory beyond the pages
/// that the text at hand touches. `CoreLexicon` brings jieba's dictionary together with a lexicon of tech media;
/// `UserLexicon` layers words over it.
@safe
public struct Lexicon: @unchecked Sendable {
  // Sound because the pointers lie in memory that `artifact` keeps alive and nothing writes to.
  package static let kind = DataArtifact.Tag(letters: "LEXI")
  package static let formatVersion: UInt32 = 2

  let artifact: DataArtifact
  /// From code points of the basic plane to units.
  let jiebaUnits: UnsafePointer<UInt16>
  let techUnits: UnsafePointer<UInt16>
  /// The number of units; all tables by unit have as many entries.
  let unitCount: Int
  /// For each unit, 1 if longer words start with it.
  let beginnings: UnsafePointer<UInt8>
  let singleClasses: UnsafePointer<UInt16>
  let pairs: UnsafePointer<UInt64>
  let buckets: UnsafePointer<UInt32>
  let nodes: UnsafePointer<UInt64>
  /// The frequencies of each weight class, in the two profiles.
  let jiebaFrequencies: UnsafeBufferPointer<UInt32>
  let techFrequencies: UnsafeBufferPointer<UInt32>
  /// The sums of all frequencies.
  let jiebaTotal: Double
  let techTotal: Double
  /// Start, transition and emission scores; see `HiddenMarkovModel`.
  let model: UnsafePointer<Double>
  let edges: UnsafeBufferPointer<UInt64>
  let latin: LatinUnits
  /// Numbers of Han characters that are left for a user's words.
  let firstSpareHan: UInt16
  let endOfSpareHan: UInt16

  /// The version of the data, as year × 10,000 + month × 100 + day.
  public var dataVersion: UInt32 { artifact.dataVersion }

  /// Reads a compiled lexicon in place.
  package init(_ artifact: DataArtifact) throws(DataArtifactError) {
    self.artifact = artifact
    func values<T: BitwiseCopyable>(
      _ name: StaticString, _ type: T.Type, atLeast count: Int = 1
    ) throws(DataArtifactError) -> UnsafeBufferPointer<T> {
      let values = try unsafe artifact.section(.init(letters: name)).array(of: type)
      guard values.count >= count else { throw DataArtifactError(code: .damagedSection) }
      return unsafe values
    }
    unsafe jiebaUnits = try values("ucpj", UInt16.self, atLeast: 0x10000).baseAddress!
    unsafe techUnits = try values("ucpt", UInt16.self, atLeast: 0x10000).baseAddress!
    let beginnings = try unsafe values("begi", UInt8.self, atLeast: Int(UnitID.firstCompiled))
    unitCount = beginnings.count
    unsafe self.beginnings = beginnings.baseAddress!
    unsafe singleClasses = try values("sing", UInt16.self, atLeast: unitCount).baseAddress!
    unsafe pairs = try values("pair", UInt64.self, atLeast: PairTable.slotCount + 1).baseAddress!
    unsafe buckets = try values("buck", UInt32.self, atLeast: PairTable.bucketCount).baseAddress!
    unsafe nodes = try values("node", UInt64.self, atLeast: Int(UnitID.limit)).baseAddress!
    unsafe jiebaFrequencies = try values("frqj", UInt32.self)
    unsafe techFrequencies = try values("frqt", UInt32.self, atLeast: jiebaFrequencies.count)
    let totals = try unsafe values("totl", Double.self, atLeast: 2)
    (jiebaTotal, techTotal) = unsafe (totals[0], totals[1])
    unsafe model = try values(
      "hmm ", Double.self, atLeast: HiddenMarkovModel.headerCount + 4 * unitCount
    ).baseAddress!
    unsafe edges = try values("edge", UInt64.self, atLeast: 256)
    latin = try unsafe LatinUnits(
      offsets: values("lato", UInt32.self), text: values("latn", UInt8.self, atLeast: 0),
      numbers: values("latf", UInt16.self, atLeast: 2))
    let spare = try unsafe values("spar", UInt16.self, atLeast: 2)
    (firstSpareHan, endOfSpareHan) = unsafe (spare[0], spare[1])
    guard endOfSpareHan <= unitCount, unitCount < Int(UnitID.limit),
      unsafe techFrequencies.count <= LexiconNode.classLimit,
      Int(latin.first) + latin.count <= unitCount
    else {
      throw DataArtifactError(code: .damagedSection)
    }
  }

  /// Reads the lexicon embedded in the executable.
  package init(staticBytes bytes: UnsafeRawBufferPointer) throws(DataArtifactError) {
    try unsafe self.init(DataArtifact(staticBytes: bytes, kind: Self.kind, formatVersion: Self.formatVersion))
  }

  /// Reads a compiled lexicon from bytes that need not be trusted: checks every reference in it. O(size).
  package init(checking bytes: [UInt8]) throws(DataArtifactError) {
    try self.init(DataArtifact(copying: bytes, kind: Self.kind, formatVersion: Self.formatVersion))
    try check()
  }

  /// Checks that no unit, class or base points outside of its table.
  private func check() throws(DataArtifactError) {
    let damaged = DataArtifactError(code: .damagedSection)
    let pairCount = try unsafe artifact.section(.init(letters: "pair")).array(of: UInt64.self).count
    let nodeCount = try unsafe artifact.section(.init(letters: "node")).array(of: UInt64.self).count
    let reach = Int(UnitID.limit)
    for unit in 0..<unitCount {
      guard unsafe Int(singleClasses[unit]) < jiebaFrequencies.count else {
        throw damaged
      }
    }
    for code in 0..<0x10000 {
      guard unsafe Int(jiebaUnits[code]) < unitCount, unsafe Int(techUnits[code]) < unitCount else { throw damaged }
    }
    func checkNodes(_ slots: UnsafePointer<UInt64>, count: Int) throws(DataArtifactError) {
      for slot in 0..<count {
        let node = unsafe LexiconNode(bits: slots[slot])
        if node.label == LexiconNode.noLabel { continue }
        guard unsafe node.weightClass < jiebaFrequencies.count, Int(node.base) + reach <= nodeCount else {
          throw damaged
        }
      }
    }
    try unsafe checkNodes(pairs, count: pairCount)
    try unsafe checkNodes(nodes, count: nodeCount)
    // The separators behind a text end every word.
    for slot in 0..<nodeCount where unsafe nodes[slot] != 0 {
      guard unsafe LexiconNode(bits: nodes[slot]).label != UnitID.separator else { throw damaged }
    }
  }
}
