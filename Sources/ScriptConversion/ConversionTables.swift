package import DataArtifact

/// The compiled dictionaries that converters read; one value serves every configuration and every thread.
///
/// The product ScriptConversionTables holds those of OpenCC. Making a value reads only headers, in microseconds.
public struct ConversionTables: Sendable {
  private let configurations: DataArtifact.Section
  private let pageTables: DataArtifact.Section
  private let pages: DataArtifact.Section
  private let units: DataArtifact.Section
  private let actions: DataArtifact.Section
  private let outputs: DataArtifact.Section
  /// The version of the data, as year × 10,000 + month × 100 + day.
  public let dataVersion: UInt32

  /// Opens the tables in an artifact of the kind `SCNV`.
  package init(_ artifact: DataArtifact) throws(DataArtifactError) {
    dataVersion = artifact.dataVersion
    configurations = try artifact.section(ConversionFormat.Section.configurations)
    pageTables = try artifact.section(ConversionFormat.Section.pageTables)
    pages = try artifact.section(ConversionFormat.Section.pages)
    units = try artifact.section(ConversionFormat.Section.units)
    actions = try artifact.section(ConversionFormat.Section.actions)
    outputs = try artifact.section(ConversionFormat.Section.outputs)
    for configuration in ConversionConfiguration.allCases { _ = try table(configuration, rareResults: true) }
  }

  /// The parts of the tables that one configuration needs, with their bounds checked.
  func table(
    _ configuration: ConversionConfiguration, rareResults: Bool
  ) throws(DataArtifactError) -> ConversionTable {
    let all = try unsafe configurations.array(of: ConversionFormat.Configuration.self)
    let name = ConversionFormat.Configuration.packed(configuration.rawValue)
    let strict = ConversionFormat.Configuration.packed(configuration.rawValue + "-")
    // Only the configurations to Simplified differ without rare results.
    let wanted = unsafe !rareResults && all.contains { $0.name == strict } ? strict : name
    guard let found = unsafe all.first(where: { $0.name == wanted }) else {
      throw DataArtifactError(code: .missingSection)
    }
    let pageTable = try unsafe pageTables.array(of: UInt16.self)
    let units = try unsafe units.array(of: UInt64.self)
    let actions = try unsafe actions.array(of: UInt32.self)
    guard
      Int(found.pageTable) + ConversionFormat.pageTableCount <= pageTable.count,
      found.unitsStart <= found.unitsEnd, Int(found.unitsEnd) <= units.count,
      found.actionsStart < found.actionsEnd, Int(found.actionsEnd) <= actions.count,
      found.asciiReach < 16, unsafe outputs.bytes.count >= ConversionFormat.outputPadding
    else { throw DataArtifactError(code: .damagedSection) }
    return unsafe ConversionTable(
      pageTable: pageTable.extracting(Int(found.pageTable)..<Int(found.pageTable) + ConversionFormat.pageTableCount),
      pages: try pages.array(of: UInt64.self),
      units: units.extracting(Int(found.unitsStart)..<Int(found.unitsEnd)),
      actions: actions.extracting(Int(found.actionsStart)..<Int(found.actionsEnd)),
      outputs: outputs.bytes.bindMemory(to: UInt8.self),
      asciiReach: Int(found.asciiReach))
  }
}
