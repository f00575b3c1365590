/// Messages for people, on standard error.
enum Diagnostics {
  /// Reports a failure in the form `FILE:LINE:COLUMN: error: what is wrong; what to do`.
  static func report(_ failure: Failure) { write(failure.message + "\n") }

  /// Reports something a person should know that is no error, in the same form.
  static func warn(_ place: String, _ what: String) { write("\(place): warning: \(what)\n") }

  /// Writes to standard error. Nobody is left to hear of trouble there.
  static func write(_ text: String) { try? Descriptor.standardError.write(Array(text.utf8)) }
}
