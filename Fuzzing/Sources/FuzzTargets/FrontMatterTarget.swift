import FrontMatterParsing
import TextOffsets

/// Metadata of any shape is read or refused with a place; a change reads back, and leaves the body and the rest alone.
@Sendable func fuzzFrontMatter(_ input: [UInt8]) {
  let structured = StructuredText(input)
  let fence = ["---\n", "+++\n", "{\n", ";;;\n", ""][structured.choice >> 1 % 5]
  let closing = fence == "{\n" ? "\n}\n" : "\n" + fence
  let text = structured.choice & 128 == 0 ? fence + structured.text : fence + structured.text + closing + "正文。\n"
  var editor: FrontMatterEditor
  do {
    editor = try FrontMatterEditor(text)
  } catch {
    text.requireAligned(error.range, "error")
    require(!error.message.isEmpty, "an error says what is wrong")
    return
  }
  require(editor.text == text, "reading changes nothing")
  guard let matter = editor.matter else { return }
  requireSound(matter, text)

  let body = String(text[matter.bodyRange])
  let value = FrontMatter.Value.string(String(structured.text.prefix(12)))
  let before = Array(editor.text.utf8)
  do {
    try editor.set("zhtext_title", to: value)
    require(editor.matter?.data["zhtext_title"]?.string == String(structured.text.prefix(12)), "a value reads back")
    require(editor.matter?.data.count == matter.data.count + 1, "no other key is lost")
    try editor.remove("zhtext_title")
    require(editor.matter?.data.count == matter.data.count, "removing takes one key")
  } catch {
    if editor.matter?.data["zhtext_title"] == nil {
      require(Array(editor.text.utf8) == before, "a refused change is none")
    }
  }
  if let changed = editor.matter { require(String(editor.text[changed.bodyRange]) == body, "the body stays") }
}

private func requireSound(_ matter: FrontMatter, _ text: String) {
  text.requireAligned(matter.range, "block")
  text.requireAligned(matter.bodyRange, "body")
  require(
    matter.bodyRange.start == matter.range.end && matter.bodyRange.end == text.utf8.count, "the body follows the block")
  for warning in matter.warnings { text.requireAligned(warning.range, "warning") }
  // Aliases may make a small block stand for a large tree.
  var budget = 2000
  func visit(_ node: FrontMatter.Node) {
    budget -= 1
    guard budget > 0 else { return }
    text.requireAligned(node.range, "value")
    _ = (node.string, node.integer, node.double, node.boolean, node.timestamp)
    node.elements.forEach(visit)
    for entry in node.entries {
      text.requireAligned(entry.key.range, "key")
      visit(entry.value)
    }
  }
  visit(matter.data)
}
