import Testing

@testable import WordTokenization

/// The fixed numbers of units follow from the characters that they stand for.
@Suite struct UnitNumbersTests {
  @Test func numbersFollowEachOther() {
    #expect(UnitID.lastASCII == UnitID.firstASCII + UInt16(UnitID.ascii.count) - 1)
    #expect(UnitID.unknownHan == UnitID.lastASCII + 1)
    #expect(UnitID.firstNumeral == UnitID.unknownHan + 1)
    #expect(UnitID.lastNumeral == UnitID.firstNumeral + UInt16(UnitID.numerals.count) - 1)
    #expect(UnitID.firstCompiled == UnitID.lastNumeral + 1)
  }

  @Test func everyASCIICharacterOfWordsHasItsNumber() {
    for byte in UInt8(0)..<128 {
      #expect(ASCIIClass.unit(byte) == UnitID.ascii(byte) ?? UnitID.separator)
    }
  }
}
