internal import CTokenizerKernels

/// The scores of one profile over one lexicon and the words layered over it: what a tokenizer is made of.
///
/// Frequencies become logarithms of probabilities once, here. Making one costs tens of microseconds.
@safe
final class ScoringTables: @unchecked Sendable {
  // Sound because everything is written in `init`, before the object is shared, and freed with it; the pointers into the
  // lexicon stay valid because `lexicon` keeps its artifact.
  let lexicon: Lexicon
  let profile: WordTokenizer.Profile
  let codes: UnsafePointer<UInt16>
  /// The score of each unit as a word; `Lattice.weak` where it is no word but may start some; 0 for separators.
  let units: UnsafeMutablePointer<Double>
  let unitCount: Int
  /// The score of each weight class.
  let weights: UnsafeMutablePointer<Double>
  let pairs: UnsafePointer<UInt64>
  let buckets: UnsafePointer<UInt32>
  let nodes: UnsafePointer<UInt64>
  let model: HiddenMarkovModel
  /// See `RunEdges`.
  let edges: UnsafeMutablePointer<UInt64>
  let hasPlainWords: Bool
  /// The unit of each ASCII character by itself; `UnitID.separator` for those that are part of no word.
  let ascii: UnsafeMutablePointer<UInt16>
  /// The score of a character that is no word: that of frequency 1.
  let unknownWeight: Double
  let logTotal: Double
  let total: Double
  /// The sum without the user's words.
  let plainTotal: Double
  let user: UserTrie?
  /// The Latin words that are units, in the tech profile.
  let latin: LatinIndex
  /// The units of Han characters outside of the basic plane that the user's words have, in the tech profile.
  let rareHan: [UInt32: UInt16]
  /// `nil` in jieba's profile, which has no rules.
  let traits: UnitTraits?
  let words: RuleWords
  /// Where `tokens(in:)` takes its memory from.
  let workspaces = WorkspacePool()
  /// The tables as the loop of the lattice takes them.
  private(set) var lattice: UnsafePointer<ztk_lattice>!
  private let ownCodes: UnsafeMutablePointer<UInt16>?

  /// - Parameters:
  ///   - own: the numbers that only the user's words have.
  init(
    _ lexicon: Lexicon, profile: WordTokenizer.Profile, user: UserTrie?, own: UserCodes? = nil
  ) {
    self.lexicon = lexicon
    self.profile = profile
    self.user = user
    let isJieba = profile == .jieba
    if let codes = own?.changed {
      let copy = UnsafeMutablePointer<UInt16>.allocate(capacity: codes.count)
      for (place, code) in codes.enumerated() { unsafe copy[place] = code }
      unsafe (ownCodes, self.codes) = unsafe (copy, UnsafePointer(copy))
    } else {
      unsafe (ownCodes, self.codes) = unsafe (nil, isJieba ? lexicon.jiebaUnits : lexicon.techUnits)
    }
    latin = isJieba ? LatinIndex() : LatinIndex(lexicon, adding: own?.latin ?? [:])
    rareHan = own?.rareHan ?? [:]
    traits =
      isJieba ? nil : unsafe UnitTraits(self.codes, lexicon, unitCount: max(lexicon.unitCount, own?.endOfNumbers ?? 0))
    words = isJieba ? RuleWords() : unsafe RuleWords(self.codes)
    unsafe pairs = unsafe lexicon.pairs
    unsafe buckets = lexicon.buckets
    unsafe nodes = unsafe lexicon.nodes
    model = unsafe HiddenMarkovModel(lexicon.model)
    plainTotal = isJieba ? lexicon.jiebaTotal : lexicon.techTotal
    total = plainTotal + (user?.addedTotal ?? 0)
    let logTotal = ztk_log(total)
    self.logTotal = logTotal
    unknownWeight = 0 - logTotal

    let frequencies = unsafe isJieba ? lexicon.jiebaFrequencies : lexicon.techFrequencies
    unsafe weights = .allocate(capacity: LexiconNode.classLimit)
    unsafe weights.initialize(repeating: -.infinity, count: LexiconNode.classLimit)
    for place in frequencies.indices where unsafe frequencies[place] > 0 {
      unsafe weights[place] = ztk_log(Double(frequencies[place])) - logTotal
    }

    unitCount = max(lexicon.unitCount, own?.endOfNumbers ?? 0)
    unsafe units = .allocate(capacity: unitCount)
    for unit in 0..<lexicon.unitCount {
      let weight = unsafe weights[Int(lexicon.singleClasses[unit])]
      unsafe units[unit] = weight > -.infinity ? weight : Lattice.weak
    }
    // Numbers that only a user's words have: they start no word of the lexicon.
    for unit in lexicon.unitCount..<unitCount { unsafe units[unit] = unknownWeight }
    unsafe units[Int(UnitID.separator)] = isJieba ? 0 : Lattice.separatorWeight
    unsafe units[Int(UnitID.detachedRun)] = isJieba ? 0 : unknownWeight
    unsafe units[Int(UnitID.attachedRun)] = Lattice.weak
    unsafe user?.adjust(units, unitCount: unitCount, logTotal: logTotal)

    unsafe ascii = .allocate(capacity: 128)
    for byte in 0..<128 { unsafe ascii[byte] = ASCIIClass.unit(UInt8(byte)) }
    unsafe edges = .allocate(capacity: 256)
    var runEdges = unsafe RunEdges(rows: Array(lexicon.edges.prefix(256)))
    user?.insertEdges(into: &runEdges)
    hasPlainWords = runEdges.hasPlainWords
    for (place, row) in runEdges.rows.enumerated() { unsafe edges[place] = row }
    unsafe lattice = Self.makeLattice(self)
  }

  /// The weight of a word with the frequency.
  func logWeight(_ frequency: Double) -> Double { ztk_log(frequency) - logTotal }

  deinit {
    unsafe weights.deallocate()
    unsafe units.deallocate()
    unsafe edges.deallocate()
    unsafe ascii.deallocate()
    unsafe ownCodes?.deallocate()
    unsafe lattice.deallocate()
  }
}
