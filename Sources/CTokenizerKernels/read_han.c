#include "CTokenizerKernels.h"
#include "processor_features.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static size_t read_han_portable(
  const uint8_t *bytes, size_t offset, size_t most, const uint16_t *codes, uint16_t *units, uint32_t *starts
) {
  size_t count = 0;
  while (count < most && (bytes[offset] & 0xf0) == 0xe0) {
    uint32_t word = ztk_load32(bytes + offset);
    units[count] = codes[(word & 0xf) << 12 | (word & 0x3f00) >> 2 | (word >> 16 & 0x3f)];
    starts[count] = (uint32_t)offset;
    count++;
    offset += 3;
  }
  return count;
}

#if defined(__x86_64__)
/// Five code points at a time.
__attribute__((target("ssse3"))) static size_t read_han_ssse3(
  const uint8_t *bytes, size_t offset, size_t most, const uint16_t *codes, uint16_t *units, uint32_t *starts
) {
  const __m128i last_two = _mm_setr_epi8(1, 2, 4, 5, 7, 8, 10, 11, 13, 14, -1, -1, -1, -1, -1, -1);
  const __m128i first = _mm_setr_epi8(-1, 0, -1, 3, -1, 6, -1, 9, -1, 12, -1, -1, -1, -1, -1, -1);
  const __m128i weights = _mm_set1_epi16(1 << 8 | 64);
  size_t count = 0;
  while (count < most) {
    __m128i text = _mm_loadu_si128((const __m128i *)(bytes + offset));
    __m128i leads = _mm_cmpeq_epi8(_mm_and_si128(text, _mm_set1_epi8((char)0xf0)), _mm_set1_epi8((char)0xe0));
    // A bit for each of bytes 0, 3, 6, 9, 12 that starts no code point of three bytes.
    uint32_t others = ~(uint32_t)_mm_movemask_epi8(leads) & 0x1249;
    // The six low bits of the second and third byte, as second * 64 + third, and the four of the first above them.
    __m128i low = _mm_maddubs_epi16(_mm_and_si128(_mm_shuffle_epi8(text, last_two), _mm_set1_epi8(0x3f)), weights);
    __m128i code = _mm_or_si128(low, _mm_slli_epi16(_mm_shuffle_epi8(text, first), 4));
    units[count] = codes[(uint16_t)_mm_extract_epi16(code, 0)];
    units[count + 1] = codes[(uint16_t)_mm_extract_epi16(code, 1)];
    units[count + 2] = codes[(uint16_t)_mm_extract_epi16(code, 2)];
    units[count + 3] = codes[(uint16_t)_mm_extract_epi16(code, 3)];
    units[count + 4] = codes[(uint16_t)_mm_extract_epi16(code, 4)];
    __m128i place = _mm_add_epi32(_mm_set1_epi32((int)offset), _mm_setr_epi32(0, 3, 6, 9));
    _mm_storeu_si128((__m128i *)(starts + count), place);
    starts[count + 4] = (uint32_t)offset + 12;
    if (others != 0) {
      // Bit 3k is set for code point k.
      count += (size_t)((unsigned)__builtin_ctz(others) * 11 >> 5);
      return count < most ? count : most;
    }
    count += 5;
    offset += 15;
  }
  return most;
}
#endif

size_t ztk_read_han(
  const uint8_t *bytes, size_t offset, size_t most, const uint16_t *codes, uint16_t *units, uint32_t *starts
) {
#if defined(__x86_64__)
  if (features() & HAS_SSSE3) return read_han_ssse3(bytes, offset, most, codes, units, starts);
#endif
  return read_han_portable(bytes, offset, most, codes, units, starts);
}
