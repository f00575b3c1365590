import ScriptConversion
import ScriptConversionTables
import TextOffsets

/// `measure conversion JOB FILE`: JOB is a configuration such as `s2twp`, `s2twp-edits` for conversion with edits, `detect`
/// for detection, `copy` for what is spent at least: validating UTF-8 and copying it. `first` loads no more than the first
/// conversion of a process needs, and `every` what those in all configurations need.
enum Conversion {
  static let engine: @Sendable ([String]) throws -> Measure.Round = { arguments in
    guard arguments.count == 2 else { throw Complaint("usage: measure conversion JOB FILE") }
    let job = arguments[0]
    if job == "first" {
      let result = ScriptConverter(.s2twp, tables: .openCC).convert("鼠标和软件")
      return { ["bytes": result.utf8.count] }
    }
    let text = try text(ofFile: arguments[1])
    if job == "every" {
      let sizes = ConversionConfiguration.allCases.map { name in
        ScriptConverter(name, tables: .openCC).convert(text).utf8.count
      }
      return { ["bytes": sizes.reduce(0, +)] }
    }
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
