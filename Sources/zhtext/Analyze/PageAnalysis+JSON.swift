import FrontMatterParsing
import NamedEntities
import SentenceSegmentation
import TextDecoding
import TextOffsets

extension PageAnalysis {
  /// Writes everything that was found as one object.
  ///
  /// - Parameter namesFile: Whether the object begins with the file's name and encoding, which documents of a stream have not.
  func write(_ json: inout JSONWriter, namesFile: Bool) {
    let facts = PageFacts(self)
    json.object { json in
      if namesFile {
        json.member("file", document.name)
        json.member("encoding", document.encoding.rawValue)
      }
      for (key, value) in [("title", facts.title), ("author", facts.author), ("date", facts.date)] {
        if let value { json.member(key, value) }
      }
      json.key("frontMatter")
      writeFrontMatter(&json)
      json.key("script")
      json.write(script, of: text)
      json.key("counts")
      json.object { json in
        json.member("characters", facts.characterCount)
        json.member("han", facts.hanCount)
        json.member("lines", facts.lineCount)
        json.member("words", facts.wordCount)
        json.member("pieces", sentences.count)
        json.member("mentions", mentions.count)
      }
      json.key("prose")
      json.array { json in for range in prose { json.object { $0.members(of: range) } } }
      json.key("sentences")
      json.array { json in for sentence in sentences { json.object { $0.members(of: sentence, in: text) } } }
      json.key("tokens")
      json.array { json in
        for token in tokens {
          json.object { json in
            json.members(of: token.range)
            json.member("kind", "\(token.kind)")
          }
        }
      }
      json.key("entities")
      json.array { json in for mention in mentions { json.object { $0.members(of: mention, in: text) } } }
    }
  }

  private func writeFrontMatter(_ json: inout JSONWriter) {
    if let error = frontMatterError {
      json.object { json in
        json.member("error", error.message)
        json.members(of: error.range)
      }
    } else if let frontMatter {
      json.object { json in
        json.member("syntax", frontMatter.syntax.rawValue)
        json.members(of: frontMatter.range)
        json.key("data")
        json.value(frontMatter.data)
      }
    } else {
      json.null()
    }
  }
}
