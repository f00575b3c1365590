import ScriptConversion
import TextOffsets

/// The edits of converted or repaired pages, for the file named by `--edits`.
struct EditList {
  private let path: String?
  private var json = JSONWriter()

  init(_ path: String?) { self.path = path }

  var isWanted: Bool { path != nil }

  /// Adds the edits of a page; `file` tells pages apart where there are several.
  mutating func add(_ edits: Edits, of file: String?) {
    for edit in edits {
      json.object {
        if let file { $0.member("file", file) }
        $0.key("source")
        $0.object { $0.members(of: edit.source) }
        $0.key("target")
        $0.object { $0.members(of: edit.target) }
      }
      json.endLine()
    }
  }

  func write() throws {
    guard let path else { return }
    try FileReplacement.create(path)
    try FileReplacement.write(json.bytes, to: path)
  }
}
