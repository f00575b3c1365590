import TextOffsets

/// What ended the work on an input: the message for people, and the status for scripts.
///
/// Every message has the one form `FILE:LINE:COLUMN: error: what is wrong; what to do`.
struct Failure: Error {
  /// The command's exit statuses, those of `sysexits.h`. The numbers are a contract.
  enum Status: Int32 {
    case usage = 64
    case badData = 65
    case noInput = 66
    case inputOutput = 74
  }

  let status: Status
  /// The path as it was given, `<stdin>` or ``Output/name``.
  let file: String
  /// The place in the file; `nil` where no place in it is to blame.
  var position: LineTable.Position?
  /// What is wrong, in lower case, without a full stop.
  let what: String
  /// What to do about it, in the same form.
  let remedy: String

  /// Whether output failed, so that going on with other inputs makes no sense.
  var isOfOutput: Bool { file == Output.name }

  var message: String { "\(file)\(position.map { ":\($0)" } ?? ""): error: \(what); \(remedy)" }
}

extension Failure {
  /// The failure of a system call on `file`.
  static func system(_ status: Status, _ file: String, _ error: SystemError, remedy: String) -> Failure {
    Failure(status: status, file: file, what: error.description, remedy: remedy)
  }
}

/// Standard output was closed by its reader (`zhtext … | head`): no failure, but nothing is left to do.
struct ClosedPipe: Error {}
