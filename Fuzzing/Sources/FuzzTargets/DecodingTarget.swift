import TextDecoding
import TextOffsets

/// Detection and conversion take any bytes; streams give what the whole gives; normalisation keeps account of every byte.
///
/// Opening ICU's converters is most of the cost, so each input serves one property, which its first byte chooses.
@Sendable func fuzzDecoding(_ input: [UInt8]) {
  let choice = Int(input.first ?? 0)
  let encoding = TextEncoding.allCases[(choice >> 2) % TextEncoding.allCases.count]
  let bytes = Array(input.dropFirst())
  switch choice & 3 {
  case 0: requireDetection(bytes)
  case 1: requireStrictness(bytes, encoding)
  case 2: requireStreaming(bytes, encoding, cutting: choice)
  default: requireNormalization(StructuredText(Array(input.dropFirst())).text)
  }
}

private func requireDetection(_ bytes: [UInt8]) {
  guard let page = try? TextDecoder(policy: .replace).decode(bytes.span) else { return }
  require(page, bytes)
}

private func requireStrictness(_ bytes: [UInt8], _ encoding: TextEncoding) {
  let page = decoded(bytes, encoding)
  require(page, bytes)
  do {
    let strict = try TextDecoder(encoding).decode(bytes.span)
    require(page.replacements.isEmpty && strict.text == page.text, "strict and lenient decoding agree on valid bytes")
  } catch {
    require(error.range == page.replacements.first?.source, "strict decoding fails at the first replacement")
  }
}

private func requireStreaming(_ bytes: [UInt8], _ encoding: TextEncoding, cutting choice: Int) {
  // The mark may change the encoding of the whole, which a stream is told.
  let page = decoded(bytes, encoding)
  var stream = TextStreamDecoder(page.encoding, policy: .replace)
  var text = ""
  var start = 0
  while start < bytes.count {
    let count = 1 + (choice + start) % 5
    guard let part = try? stream.decode(bytes.span.extracting(droppingFirst: start).extracting(first: count)) else {
      fatalError("with the policy to replace, everything decodes")
    }
    text += part
    start += count
  }
  text += (try? stream.finish()) ?? "nothing throws"
  require(Array(text.utf8) == Array(page.text.utf8), "the parts of a stream join to the whole")
}

private func requireNormalization(_ text: String) {
  for form in NormalizationForm.allCases {
    let normalized = TextNormalizer(form).normalize(text)
    normalized.edits.requireComposing(text, normalized.text, "\(form)")
  }
}

private func decoded(_ bytes: [UInt8], _ encoding: TextEncoding) -> DecodedText {
  guard let page = try? TextDecoder(encoding, policy: .replace).decode(bytes.span) else {
    fatalError("with the policy to replace, everything decodes in a given encoding")
  }
  return page
}

private func require(_ page: DecodedText, _ bytes: [UInt8]) {
  var end = 0
  for replacement in page.replacements {
    require(replacement.source.start >= end && !replacement.source.isEmpty, "replacements are in order")
    require(replacement.source.end <= bytes.count, "replacements lie in the bytes")
    require(page.text[replacement.target] == "\u{FFFD}", "each replacement is U+FFFD")
    end = replacement.source.end
  }
}
