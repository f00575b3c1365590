#pragma once

// The few operations of the tokenizer's inner loops that Swift cannot state: selections that must not become branches
// (their outcome is what the text decides, which no predictor learns), and the classes of sixteen ASCII bytes at once.
//
// Everything has a portable form; with SSE2, which every x86-64 has, the vector form is used.

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// The node of the lexicon at `nodes[base + id]` if its label (the low 16 bits) is `id`; otherwise 0, which is no word
/// and has no children.
static inline uint64_t ztk_child(const uint64_t *_Nonnull nodes, uint32_t base, uint32_t id) {
  uint64_t node = nodes[(uint64_t)base + id];
  return __builtin_unpredictable((uint16_t)node == id) ? node : 0;
}

/// The bucket of a pair of units, and its place before displacement: two parts of a bijection of 32 bits.
static inline uint32_t ztk_pair_hash(uint32_t first, uint32_t second) {
  return (first << 15 | second) * UINT32_C(0x9e3779b1);
}

/// Where the table of pairs has a pair, if it has it; see `PairTable`.
typedef struct {
  uint32_t slot;
  /// The label of the slot, if the pair is there.
  uint16_t bucket;
  /// Whether the signature of the bucket allows that the pair exists: 0 or 1.
  uint8_t may_exist;
} ztk_pair_place;

static inline ztk_pair_place ztk_place_of_pair(const uint32_t *_Nonnull buckets, uint32_t first, uint32_t second) {
  uint32_t hash = ztk_pair_hash(first, second);
  uint32_t bucket = hash >> 16;
  uint32_t place = (uint16_t)(hash ^ bucket);
  uint32_t entry = buckets[bucket];
  ztk_pair_place found = {
    (place + ((entry & 0xffff) << 2)) & 0x3ffff, (uint16_t)bucket, (uint8_t)(entry >> (16 + (place >> 12)) & 1)};
  return found;
}

/// The node of the lexicon for two units, or 0.
static inline uint64_t ztk_pair(
  const uint64_t *_Nonnull pairs, const uint32_t *_Nonnull buckets, uint32_t first, uint32_t second
) {
  ztk_pair_place place = ztk_place_of_pair(buckets, first, second);
  if (!place.may_exist) return 0;
  uint64_t node = pairs[place.slot];
  return (uint16_t)node == place.bucket ? node : 0;
}

/// The larger of two scores, neither of which is NaN.
static inline double ztk_max(double left, double right) {
#if defined(__SSE2__)
  return _mm_cvtsd_f64(_mm_max_sd(_mm_set_sd(left), _mm_set_sd(right)));
#else
  return __builtin_unpredictable(left > right) ? left : right;
#endif
}

/// `score`, or 0 where `weight` is 0.
static inline double ztk_reset_unless(double score, double weight) {
#if defined(__SSE2__)
  return _mm_cvtsd_f64(_mm_and_pd(_mm_set_sd(score), _mm_cmpneq_sd(_mm_set_sd(weight), _mm_setzero_pd())));
#else
  return __builtin_unpredictable(weight != 0) ? score : 0;
#endif
}

/// What the lattice reads; see `ScoringTables` for the meaning.
typedef struct {
  const double *_Nonnull units;
  const double *_Nonnull weights;
  const uint32_t *_Nonnull buckets;
  const uint64_t *_Nonnull pairs;
  const uint64_t *_Nonnull nodes;
  /// A Bloom filter of the pairs of units that start a user's words.
  const uint64_t *_Nullable user_starts;
  /// Gives the score and the length of the best word at the first of `ids`, the user's included.
  double (*_Nullable best_word)(
    const void *_Nonnull context, const uint16_t *_Nonnull ids, const double *_Nonnull scores, uint32_t *_Nonnull length);
  const void *_Nullable context;
  double unknown_weight;
} ztk_lattice;

/// The weight of units that are no words by themselves; scores below half of it contain it.
#define ZTK_WEAK (-1e280)

/// The last number of units that are no part of words of several units: separators and collapsed runs.
#define ZTK_LAST_RUN 2

/// The bit of a pair of units in `user_starts`.
static inline uint32_t ztk_start_bit(uint32_t first, uint32_t second) {
  return (first * 0x9e37 ^ second * 0x85eb) & 0xffff;
}

/// The loop of `Lattice.score`: scores `count` units from right to left. Behind them stand three separators with scores.
void ztk_score(
  const ztk_lattice *_Nonnull lattice, const uint16_t *_Nonnull ids, const uint32_t *_Nonnull starts,
  double *_Nonnull scores, uint8_t *_Nonnull lengths, size_t count);

/// Follows the best words from the first of `count` units on and sets the bit of each unit at which one starts, and that of
/// the place behind the last; `tokens` gets the same bits.
void ztk_mark(const uint8_t *_Nonnull lengths, size_t count, uint64_t *_Nonnull path, uint64_t *_Nonnull tokens);

/// Writes the ends of all tokens and gives their number; `ends` has room for eight more than there are.
size_t ztk_emit(
  const uint64_t *_Nonnull tokens, size_t count, const uint32_t *_Nonnull starts, uint32_t *_Nonnull ends);

/// The last number of single ASCII characters; those above are Han and what the lexicon adds.
#define ZTK_LAST_ASCII 71

/// Runs of two and more single Han characters, as bits of a chunk's units.
typedef struct {
  /// All characters of runs.
  uint64_t *_Nonnull characters;
  /// The first character of each run.
  uint64_t *_Nonnull firsts;
  /// The first characters of those runs that may be a word of the lexicon as a whole; the place of other bits later on.
  uint64_t *_Nonnull words;
} ztk_runs;

/// Finds the runs in the best path of `count` units, behind which separators stand. Gives whether there are any.
bool ztk_find_runs(
  const ztk_lattice *_Nonnull lattice, const uint16_t *_Nonnull ids, size_t count, const uint64_t *_Nonnull path,
  ztk_runs runs);

/// Lets the hidden Markov model join the characters of the runs: clears the bit in `tokens` of each that continues the word
/// of the one before it. `numbers` are those of `HiddenMarkovModel`; `trace` is room for a byte a unit.
void ztk_join_runs(
  const double *_Nonnull numbers, const uint16_t *_Nonnull ids, size_t count, ztk_runs runs, uint8_t *_Nonnull trace,
  uint64_t *_Nonnull tokens);

/// One bit a byte, for up to 64 bytes.
typedef struct {
  /// Letters and digits.
  uint64_t alnum;
  /// Digits.
  uint64_t digit;
  /// `-`, `.` and `_`.
  uint64_t joiner;
  /// `.`
  uint64_t dot;
  /// Bytes that need the careful path: `+`, `#`, `&`, `%` and the carriage return.
  uint64_t special;
  /// Bytes outside ASCII.
  uint64_t high;
} ztk_ascii_classes;

static inline void ztk_classify16(const uint8_t *_Nonnull bytes, int shift, ztk_ascii_classes *_Nonnull classes) {
#if defined(__SSE2__)
  __m128i text = _mm_loadu_si128((const __m128i *)bytes);
  __m128i lower = _mm_or_si128(text, _mm_set1_epi8(0x20));
  // Unsigned `byte - first < count` as a signed comparison of values moved down by 128.
  __m128i alpha = _mm_cmplt_epi8(_mm_add_epi8(lower, _mm_set1_epi8((char)(128 - 'a'))), _mm_set1_epi8(-128 + 26));
  __m128i digit = _mm_cmplt_epi8(_mm_add_epi8(text, _mm_set1_epi8((char)(128 - '0'))), _mm_set1_epi8(-128 + 10));
  __m128i dot = _mm_cmpeq_epi8(text, _mm_set1_epi8('.'));
  __m128i joiner = _mm_or_si128(
    dot, _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('-')), _mm_cmpeq_epi8(text, _mm_set1_epi8('_'))));
  __m128i special = _mm_or_si128(
    _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('+')), _mm_cmpeq_epi8(text, _mm_set1_epi8('#'))),
    _mm_or_si128(
      _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('&')), _mm_cmpeq_epi8(text, _mm_set1_epi8('%'))),
      _mm_cmpeq_epi8(text, _mm_set1_epi8('\r'))));
  classes->alnum |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(alpha, digit)) << shift;
  classes->digit |= (uint64_t)(uint32_t)_mm_movemask_epi8(digit) << shift;
  classes->joiner |= (uint64_t)(uint32_t)_mm_movemask_epi8(joiner) << shift;
  classes->dot |= (uint64_t)(uint32_t)_mm_movemask_epi8(dot) << shift;
  classes->special |= (uint64_t)(uint32_t)_mm_movemask_epi8(special) << shift;
  classes->high |= (uint64_t)(uint32_t)_mm_movemask_epi8(text) << shift;
#else
  for (int place = 0; place < 16; place++) {
    uint8_t byte = bytes[place];
    uint64_t bit = (uint64_t)1 << (shift + place);
    bool digit = (uint8_t)(byte - '0') < 10;
    if (digit || (uint8_t)((byte | 0x20) - 'a') < 26) classes->alnum |= bit;
    if (digit) classes->digit |= bit;
    if (byte == '-' || byte == '.' || byte == '_') classes->joiner |= bit;
    if (byte == '.') classes->dot |= bit;
    if (byte == '+' || byte == '#' || byte == '&' || byte == '%' || byte == '\r') classes->special |= bit;
    if (byte >= 0x80) classes->high |= bit;
  }
#endif
}

/// The classes of 16 bytes, in the low 16 bits.
static inline ztk_ascii_classes ztk_classify_16(const uint8_t *_Nonnull bytes) {
  ztk_ascii_classes classes = {0, 0, 0, 0, 0, 0};
  ztk_classify16(bytes, 0, &classes);
  return classes;
}

/// The classes of 64 bytes.
static inline ztk_ascii_classes ztk_classify_64(const uint8_t *_Nonnull bytes) {
  ztk_ascii_classes classes = {0, 0, 0, 0, 0, 0};
  ztk_classify16(bytes, 0, &classes);
  ztk_classify16(bytes + 16, 16, &classes);
  ztk_classify16(bytes + 32, 32, &classes);
  ztk_classify16(bytes + 48, 48, &classes);
  return classes;
}

/// One bit for each of 64 ids, set where the id, taken as a signed number, is greater than `floor`.
static inline uint64_t ztk_ids_above(const uint16_t *_Nonnull ids, uint16_t floor) {
#if defined(__SSE2__)
  __m128i limit = _mm_set1_epi16((short)floor);
  uint64_t bits = 0;
  for (int part = 0; part < 4; part++) {
    __m128i low = _mm_loadu_si128((const __m128i *)(ids + 16 * part));
    __m128i high = _mm_loadu_si128((const __m128i *)(ids + 16 * part + 8));
    __m128i both = _mm_packs_epi16(_mm_cmpgt_epi16(low, limit), _mm_cmpgt_epi16(high, limit));
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(both) << (16 * part);
  }
  return bits;
#else
  uint64_t bits = 0;
  for (int place = 0; place < 64; place++)
    if ((int16_t)ids[place] > (int16_t)floor) bits |= (uint64_t)1 << place;
  return bits;
#endif
}

/// Of 64 places, one bit each.
typedef struct {
  /// A rule may start with the token that starts there.
  uint64_t any;
  /// A rule may start there if the token is this unit only.
  uint64_t single;
  /// A unit that may be repeated stands there, and the next unit is the same.
  uint64_t same;
} ztk_rule_places;

/// What `flags` tell of 64 units: bit 0 for `any`, bit 1 for `single`, bit 2 for units that may be repeated.
static inline ztk_rule_places ztk_find_rule_places(const uint16_t *_Nonnull ids, const uint8_t *_Nonnull flags) {
  ztk_rule_places found = {0, 0, 0};
#if defined(__SSE2__)
  uint8_t bytes[64];
  for (int place = 0; place < 64; place++) bytes[place] = flags[ids[place]];
  for (int part = 0; part < 64; part += 16) {
    __m128i flag = _mm_loadu_si128((const __m128i *)(bytes + part));
    __m128i low = _mm_cmpeq_epi16(
      _mm_loadu_si128((const __m128i *)(ids + part)), _mm_loadu_si128((const __m128i *)(ids + part + 1)));
    __m128i high = _mm_cmpeq_epi16(
      _mm_loadu_si128((const __m128i *)(ids + part + 8)), _mm_loadu_si128((const __m128i *)(ids + part + 9)));
    // A shift moves the bit to the sign of its byte; what comes in from the byte below is below it.
    found.any |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(flag, 7)) << part;
    found.single |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(flag, 6)) << part;
    __m128i same = _mm_and_si128(_mm_slli_epi16(flag, 5), _mm_packs_epi16(low, high));
    found.same |= (uint64_t)(uint32_t)_mm_movemask_epi8(same) << part;
  }
#else
  for (int place = 0; place < 64; place++) {
    uint64_t flag = flags[ids[place]];
    found.any |= (flag & 1) << place;
    found.single |= (flag >> 1 & 1) << place;
    found.same |= (uint64_t)((flag >> 2 & 1) != 0 && ids[place] == ids[place + 1]) << place;
  }
#endif
  return found;
}

/// Four bytes from any address, little-endian.
static inline uint32_t ztk_load32(const uint8_t *_Nonnull bytes) {
  uint32_t word;
  memcpy(&word, bytes, 4);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap32(word);
#endif
  return word;
}

/// Reads code points of three bytes from `offset` on, while they follow each other, and gives their number, at most
/// `most`: writes the unit of each, by `codes`, and where it starts.
///
/// Reads up to 16 bytes from each code point on, and writes up to 8 units and starts more than it gives.
size_t ztk_read_han(
  const uint8_t *_Nonnull bytes, size_t offset, size_t most, const uint16_t *_Nonnull codes,
  uint16_t *_Nonnull units, uint32_t *_Nonnull starts);

/// The natural logarithm, by the C library, as the reference takes it.
static inline double ztk_log(double value) { return log(value); }
