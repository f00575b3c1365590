/// OpenCC's 16 configurations, each with and without the dictionary whose results many fonts cannot show ("tofu").
struct ConversionConfigurations {
  /// Configurations that share one trie.
  struct Group {
    var pipelines: [ConversionPipeline] = []
  }

  /// The groups, in the order in which they are written.
  let groups: [Group]
  /// What compatibility ideographs become before anything else.
  let compatibility: ConversionDictionary

  init(_ sources: inout ConversionSources) throws {
    var sources = sources
    func leaf(_ name: String) throws -> ConversionMatcher { .leaf(try sources.dictionary(name)) }
    func chain(_ names: String...) throws -> ConversionMatcher {
      .shortCircuit(try names.filter { !$0.isEmpty }.map { try .leaf(sources.dictionary($0)) })
    }

    compatibility = try sources.dictionary("CJK_Compatibility_Ideographs")

    let phrases = try ConversionMatcher.union([
      leaf("STPhrases"), leaf("STPhrases_GeneratedFromRegionalPhrases"),
    ])
    let traditional = ConversionMatcher.shortCircuit([phrases, try leaf("STCharacters")])
    var toTraditional = Group(pipelines: [ConversionPipeline("s2t", first: traditional)])
    for (region, prefix) in [("tw", "TW"), ("hk", "HK")] {
      for (suffix, terms) in [("", ""), ("p", prefix + "Phrases")] {
        toTraditional.pipelines.append(
          ConversionPipeline(
            "s2" + region + suffix, segments: phrases, first: traditional,
            second: try chain(terms, prefix + "VariantsPhrases", prefix + "Variants")))
      }
    }

    var toSimplified = Group()
    for (mark, extended) in [("", "TSCharactersExt"), ("-", "")] {
      let segments = try leaf("TSPhrases")
      let simplified = try chain("TSPhrases", extended, "TSCharacters")
      toSimplified.pipelines.append(ConversionPipeline("t2s" + mark, first: simplified))
      for (region, prefix) in [("tw", "TW"), ("hk", "HK")] {
        for (suffix, terms) in [("", ""), ("p", prefix + "PhrasesRev")] {
          toSimplified.pipelines.append(
            ConversionPipeline(
              region + "2s" + suffix + mark, segments: segments,
              first: try chain(terms, prefix + "VariantsRevPhrases", prefix + "VariantsRev"), second: simplified))
        }
      }
    }

    let variants = Group(pipelines: [
      ConversionPipeline("t2tw", first: try chain("TWVariantsPhrases", "TWVariants")),
      ConversionPipeline("t2hk", first: try chain("HKVariantsPhrases", "HKVariants")),
      ConversionPipeline("tw2t", first: try chain("TWVariantsRevPhrases", "TWVariantsRev")),
      ConversionPipeline("hk2t", first: try chain("HKVariantsRevPhrases", "HKVariantsRev")),
      ConversionPipeline("t2jp", first: try leaf("JPShinjitaiCharactersRev")),
      ConversionPipeline("jp2t", first: try chain("JPShinjitaiPhrases", "JPShinjitaiCharacters")),
    ])
    groups = [toTraditional, toSimplified, variants]
  }
}
