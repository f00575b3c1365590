// The best path as one bit a unit, and the ends of its tokens.

#include "CTokenizerKernels.h"

void ztk_mark(const uint8_t *lengths, size_t count, uint64_t *path, uint64_t *tokens) {
  size_t place = 0;
  for (size_t word = 0; word <= count / 64; word++) {
    size_t base = 64 * word, end = count < base + 64 ? count : base + 64;
    uint64_t bits = 0;
    while (place < end) {
      bits |= (uint64_t)1 << (place & 63);
      place += lengths[place];
    }
    path[word] = tokens[word] = bits;
  }
  path[count / 64] |= (uint64_t)1 << (count & 63);
  path[count / 64 + 1] = 0;
  tokens[count / 64] = path[count / 64];
}

size_t ztk_emit(const uint64_t *tokens, size_t count, const uint32_t *starts, uint32_t *ends) {
  size_t written = 0;
  for (size_t word = 0; word <= count / 64; word++) {
    // A token ends where the next one starts; the first start of the chunk ends none.
    uint64_t rest = tokens[word] & (word == 0 ? ~(uint64_t)1 : ~(uint64_t)0);
    const uint32_t *base = starts + 64 * word;
    uint32_t *next = ends + written;
    written += (size_t)__builtin_popcountll(rest);
    // Four at a time, without looking whether there are as many: what is written too much is overwritten.
    while (rest != 0) {
      for (int step = 0; step < 4; step++) {
        next[step] = base[__builtin_ctzll(rest | (uint64_t)1 << 63)];
        rest &= rest - 1;
      }
      next += 4;
    }
  }
  return written;
}
