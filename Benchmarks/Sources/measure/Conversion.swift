import ScriptConversion
import ScriptConversionTables
import TextOffsets

/// `measure conversion JOB FILE`: JOB is a configuration such as `s2twp`, `s2twp-edits` for conversion with edits, `detect`
/// for detection, or `copy` for what is spent at least: validating UTF-8 and copying it.
enum Conversion {
  static let engine: @Sendable ([String]) throws -> Measure.Round = { arguments in
    guard arguments.count == 2 else { throw Complaint("usage: measure conversion JOB FILE") }
    let text = try text(ofFile: arguments[1])
    let job = arguments[0]
    if job == "copy" {
      let bytes = Array(text.utf8)
      return { ["bytes": String(decoding: bytes, as: UTF8.self).utf8.count] }
    }
    if job == "detect" {
      let detector = ScriptDetector(tables: .openCC)
      return { ["simplified": detector.detect(text).counts.simplified] }
    }
    let wantsEdits = job.hasSuffix("-edits")
    let name = wantsEdits ? String(job.dropLast("-edits".count)) : job
    guard let configuration = ConversionConfiguration(rawValue: name) else {
      throw Complaint("there is no configuration '\(name)'")
    }
    let converter = ScriptConverter(configuration, tables: .openCC)
    if wantsEdits {
      return {
        let rewriting = converter.rewriting(text)
        return ["bytes": rewriting.text.utf8.count, "edits": rewriting.edits.count]
      }
    }
    return { ["bytes": converter.convert(text).utf8.count] }
  }
}
