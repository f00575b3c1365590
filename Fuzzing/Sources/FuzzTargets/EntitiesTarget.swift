import NamedEntities
import TechEntities
import TextOffsets

/// Mentions lie in the text, in order, outside of masked ranges, and each is known to the dictionary.
@Sendable func fuzzEntities(_ input: [UInt8]) {
  let structured = StructuredText(input)
  let text = structured.text
  var options = EntityRecognizer.Options()
  options.findsNestedNames = structured.choice & 2 != 0
  options.minimumScore = structured.choice & 4 != 0 ? 0 : 0.5
  let mask = structured.range
  for mention in requireSound(recognizer.recognize(in: text, masking: [mask], options: options), text, options) {
    require(!mention.range.overlaps(mask), "no name reaches into a masked range: \(mask), \(mention)")
  }
  for mention in requireSound(recognizer.recognize(in: text, within: mask, options: options), text, options) {
    require(mask.contains(mention.range), "names lie in the part looked at")
  }
  for match in TechEntities.dictionary.matches(in: text) { text.requireAligned(match.range, "match") }
}

private let recognizer = EntityRecognizer(TechEntities.dictionary)

@discardableResult
private func requireSound(_ recognition: Recognition, _ text: String, _ options: EntityRecognizer.Options) -> [Mention]
{
  var outer = UTF8Range(start: 0, end: 0)
  for mention in recognition.mentions {
    text.requireAligned(mention.range, "mention")
    require(!mention.range.isEmpty, "a mention has bytes")
    require((0...1).contains(mention.score) && mention.score >= options.minimumScore, "scores are at least the minimum")
    require(recognizer.entity(id: mention.entityID)?.type == mention.type, "a mention's entity exists")
    if let antecedent = mention.antecedent { text.requireAligned(antecedent, "antecedent") }
    for evidence in mention.evidence { text.requireAligned(evidence.range, "evidence") }
    if mention.level == 0 {
      require(mention.range.start >= outer.end, "mentions are in order and do not overlap")
      outer = mention.range
    } else {
      require(outer.contains(mention.range), "a nested mention lies in the one before")
    }
  }
  return recognition.mentions
}
