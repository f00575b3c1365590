import DoubleArray
import Testing

@Suite struct DoubleArrayTests {
  /// The trie of the scalars of `words` (sorted by scalar), each with its index as value.
  private func build(_ words: [String]) -> DoubleArrayBuilder {
    var labels: [UInt32] = []
    var ends: [Int] = []
    for word in words {
      labels += word.unicodeScalars.map(\.value)
      ends.append(labels.count)
    }
    return DoubleArrayBuilder(labels: labels, ends: ends, values: words.indices.map(UInt32.init))
  }

  private func lookUp(_ word: String, in builder: DoubleArrayBuilder) -> UInt32? {
    unsafe builder.units.withUnsafeBufferPointer { units in
      let trie = unsafe DoubleArray(units: units, root: builder.root)
      var node = trie.root
      for scalar in word.unicodeScalars {
        guard let child = trie.child(of: node, scalar.value) else { return nil }
        node = child
      }
      return trie.value(at: node)
    }
  }

  @Test func findsEveryKeyAndNothingElse() {
    let words = ["中", "中关村", "中国", "人", "人工", "人工智能", "智", "智能", "😀", "😀智"]
    let builder = build(words)
    for (index, word) in words.enumerated() { #expect(lookUp(word, in: builder) == UInt32(index)) }
    for absent in ["", "中关", "人工智", "能", "国", "😀人", "😁"] { #expect(lookUp(absent, in: builder) == nil) }
  }

  @Test func holdsRandomKeys() {
    var random = SystemRandomNumberGenerator()
    let alphabet = (0..<40).map { _ in Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FFF, using: &random))! }
    let word = { () -> String in
      var word = ""
      for _ in 0..<Int.random(in: 1...5, using: &random) { word.unicodeScalars.append(alphabet.randomElement()!) }
      return word
    }
    let words = Set((0..<2000).map { _ in word() }).sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    let builder = build(words)
    for (index, word) in words.enumerated() { #expect(lookUp(word, in: builder) == UInt32(index)) }
    let known = Set(words)
    for _ in 0..<2000 {
      let probe = word()
      if !known.contains(probe) { #expect(lookUp(probe, in: builder) == nil) }
    }
  }

  @Test func anEmptySetHasNoKey() {
    #expect(lookUp("中", in: build([])) == nil)
  }
}
