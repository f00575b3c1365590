import Glibc

/// The reason the last system call failed.
struct SystemError: Error, CustomStringConvertible {
  let number: Int32

  /// Takes the calling thread's `errno`, so it must be made before another call can change it.
  init() { number = errno }

  /// The system's words, such as "no such file or directory".
  var description: String {
    // `strerror` gives a constant for every number the kernel returns; it is copied before another call.
    let words = unsafe String(cString: strerror(number))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
