internal import CTechEntities
internal import DataArtifact
public import NamedEntities

/// The entities of the Chinese and the world's tech scene: people, companies, labs and universities, products and
/// models, technologies, events, works, places.
public enum TechEntities {
  /// The dictionary, read in place from the executable: opening it takes microseconds, and no file.
  ///
  /// Every entry was reviewed by hand. The sources, one entry a line, are in `Sources/CTechEntities/data`.
  public static let dictionary: EntityDictionary = {
    var count = 0
    // Sound because the memory is static and `count` is its size.
    let bytes = unsafe UnsafeRawBufferPointer(start: zhtext_tech_entities(&count), count: count)
    do {
      return try unsafe EntityDictionary(staticBytes: bytes)
    } catch {
      preconditionFailure("the embedded dictionary is damaged: \(error)")
    }
  }()
}
