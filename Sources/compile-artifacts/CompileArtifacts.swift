import ArgumentParser

/// Compiles the reviewed text sources into the artifacts that the data targets embed.
///
/// Run by `Scripts/compile-artifacts`, in the folder of the package. The same sources give the same bytes.
@main
struct CompileArtifacts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile-artifacts",
    abstract: "Compiles the text sources of the data targets into the artifacts they embed.",
    subcommands: [ConversionCommand.self, LexiconCommand.self, EntitiesCommand.self])
}
