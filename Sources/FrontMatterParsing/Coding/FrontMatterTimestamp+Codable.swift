extension FrontMatter.Timestamp: Codable {
  /// Decodes a timestamp from a text, with any decoder.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let timestamp = FrontMatter.Timestamp(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a date or time")
    }
    self = timestamp
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension FrontMatter.Value: Encodable {
  /// Encodes the value with any encoder.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .boolean(let value): try value.encode(to: encoder)
    case .integer(let value): try value.encode(to: encoder)
    case .float(let value): try value.encode(to: encoder)
    case .number(let text): try (Number.double(Array(text.utf8)[...]) ?? .nan).encode(to: encoder)
    case .string(let value): try value.encode(to: encoder)
    case .timestamp(let value): try value.encode(to: encoder)
    case .sequence(let elements): try elements.encode(to: encoder)
    case .mapping(let entries):
      var container = encoder.container(keyedBy: TextKey.self)
      for entry in entries { try container.encode(entry.value, forKey: TextKey(stringValue: entry.key)) }
    }
  }
}

/// A key of any text.
private struct TextKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
