import ScriptConversion
import ScriptConversionTables
import TextOffsets

/// Conversion accounts for every byte, in all configurations, and changes nothing outside the ranges it is given.
@Sendable func fuzzConversion(_ input: [UInt8]) {
  let structured = StructuredText(input)
  let text = structured.text
  let converter = converters[structured.choice % converters.count]
  let rewriting = converter.rewriting(text)
  rewriting.edits.requireComposing(text, rewriting.text, "\(converter.configuration)")
  require(
    Array(converter.convert(text).utf8) == Array(rewriting.text.utf8), "with and without edits the text is the same")

  let range = structured.range
  let part = converter.rewriting(text, within: [range])
  part.edits.requireComposing(text, part.text, "\(converter.configuration) of a part")
  let expected =
    String(text[UTF8Range(start: 0, end: range.start)]) + converter.convert(String(text[range]))
    + String(text[UTF8Range(start: range.end, end: text.utf8.count)])
  require(Array(part.text.utf8) == Array(expected.utf8), "a part is converted as if it were the whole")
}

private let converters = ConversionConfiguration.allCases.map { ScriptConverter($0, tables: .openCC) }
