import Glibc

/// What libFuzzer calls with each input. The target is named by `FUZZ_TARGET`.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // Sound: libFuzzer gives `count` readable bytes for the duration of the call, and they are copied.
  target(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let targets: [String: @Sendable ([UInt8]) -> Void] = [
  "decoding": fuzzDecoding,
  "front-matter": fuzzFrontMatter,
  "markup": fuzzMarkup,
  "sentences": fuzzSentences,
  "conversion": fuzzConversion,
  "tokenization": fuzzTokenization,
  "entities": fuzzEntities,
]

private let target: @Sendable ([UInt8]) -> Void = {
  let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
  guard let target = targets[name] else { fatalError("FUZZ_TARGET is none of \(targets.keys.sorted())") }
  return target
}()

/// A property that must hold; a failure ends the program, and libFuzzer keeps the input.
func require(_ condition: Bool, _ property: @autoclosure () -> String) {
  if !condition { fatalError(property()) }
}
