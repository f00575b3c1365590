// The inner loop of the lattice, in two steps for each block of 64 units: the words of one, two and three units that start
// at each are looked up, independently of each other; then the best path is found from right to left.

#include "CTokenizerKernels.h"
#include "processor_features.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { BLOCK = 64 };

/// What starts at each unit of a block.
typedef struct {
  /// The weights of the words of one, two and three units; minus infinity where there is none.
  double one[BLOCK], two[BLOCK], three[BLOCK];
  /// The node behind the third unit.
  uint64_t node[BLOCK];
  /// One bit a unit: whether the node may have a child by the fourth.
  uint64_t longer;
} words;

/// The weight class of a node.
static inline size_t weight_class(uint64_t node) { return (uint32_t)node >> 16 & 0x1fff; }

/// The base of a node's children.
static inline uint32_t base(uint64_t node) { return (uint32_t)(node >> 29) & 0x7ffff; }

/// Whether a node may have a child by the unit.
static inline bool may_continue(uint64_t node, uint32_t id) { return node >> (48 + (id & 15)) & 1; }

static inline void find_words(const ztk_lattice *lattice, const uint16_t *ids, size_t count, words *found) {
  found->longer = 0;
  for (size_t place = 0; place < count; place++) {
    uint64_t pair = ztk_pair(lattice->pairs, lattice->buckets, ids[place], ids[place + 1]);
    uint32_t third = ids[place + 2];
    uint64_t triple = may_continue(pair, third) ? ztk_child(lattice->nodes, base(pair), third) : 0;
    found->one[place] = lattice->units[ids[place]];
    found->two[place] = lattice->weights[weight_class(pair)];
    found->three[place] = lattice->weights[weight_class(triple)];
    found->node[place] = triple;
    found->longer |= (uint64_t)may_continue(triple, ids[place + 3]) << place;
  }
}

#if defined(__x86_64__)
/// The same, eight units at a time.
__attribute__((target("avx2"))) static void find_words_avx2(
  const ztk_lattice *lattice, const uint16_t *ids, size_t count, words *found
) {
  const __m256i low16 = _mm256_set1_epi64x(0xffff), class_mask = _mm256_set1_epi64x(0x1fff);
  const __m256i base_mask = _mm256_set1_epi64x(0x7ffff), fifteen = _mm256_set1_epi64x(15);
  const __m256i none = _mm256_setzero_si256();
  uint64_t longer = 0;
  for (size_t place = 0; place < count; place += 8) {
    __m256i first = _mm256_cvtepu16_epi32(_mm_loadu_si128((const __m128i *)(ids + place)));
    __m256i second = _mm256_cvtepu16_epi32(_mm_loadu_si128((const __m128i *)(ids + place + 1)));
    // The hash of `ztk_pair`.
    __m256i key = _mm256_or_si256(_mm256_slli_epi32(first, 15), second);
    __m256i hash = _mm256_mullo_epi32(key, _mm256_set1_epi32((int)0x9e3779b1));
    __m256i bucket = _mm256_srli_epi32(hash, 16);
    __m256i entry = _mm256_i32gather_epi32((const int *)lattice->buckets, bucket, 4);
    __m256i slot = _mm256_and_si256(_mm256_xor_si256(hash, bucket), _mm256_set1_epi32(0xffff));
    // The bit of the bucket's signature becomes the sign: without it the pair is not looked up.
    __m256i likely = _mm256_sllv_epi32(entry, _mm256_sub_epi32(_mm256_set1_epi32(15), _mm256_srli_epi32(slot, 12)));
    __m256i moved = _mm256_slli_epi32(_mm256_and_si256(entry, _mm256_set1_epi32(0xffff)), 2);
    slot = _mm256_and_si256(_mm256_add_epi32(slot, moved), _mm256_set1_epi32(0x3ffff));
    for (int half = 0; half < 2; half++) {
      __m128i slots = half ? _mm256_extracti128_si256(slot, 1) : _mm256_castsi256_si128(slot);
      __m128i buckets = half ? _mm256_extracti128_si256(bucket, 1) : _mm256_castsi256_si128(bucket);
      __m256i wanted = _mm256_cvtepi32_epi64(half ? _mm256_extracti128_si256(likely, 1) : _mm256_castsi256_si128(likely));
      __m256i pair = _mm256_mask_i32gather_epi64(none, (const long long *)lattice->pairs, slots, wanted, 8);
      pair = _mm256_and_si256(
        pair, _mm256_cmpeq_epi64(_mm256_and_si256(pair, low16), _mm256_cvtepu32_epi64(buckets)));
      _mm256_storeu_si256((__m256i *)(found->node + place + 4 * (size_t)half), pair);
    }
  }
  // A second pass, so that more pairs are on their way from memory at the same time.
  for (size_t at = 0; at < count; at += 4) {
      __m128i firsts = _mm_cvtepu16_epi32(_mm_loadl_epi64((const __m128i *)(ids + at)));
      __m256i thirds = _mm256_cvtepu16_epi64(_mm_loadl_epi64((const __m128i *)(ids + at + 2)));
      __m256i fourths = _mm256_cvtepu16_epi64(_mm_loadl_epi64((const __m128i *)(ids + at + 3)));
      __m256i pair = _mm256_loadu_si256((const __m256i *)(found->node + at));
      __m256i child = _mm256_add_epi64(_mm256_and_si256(_mm256_srli_epi64(pair, 29), base_mask), thirds);
      __m256i wanted = _mm256_sllv_epi64(pair, _mm256_sub_epi64(fifteen, _mm256_and_si256(thirds, fifteen)));
      __m256i triple = _mm256_mask_i64gather_epi64(none, (const long long *)lattice->nodes, child, wanted, 8);
      triple = _mm256_and_si256(triple, _mm256_cmpeq_epi64(_mm256_and_si256(triple, low16), thirds));
      __m256i two = _mm256_and_si256(_mm256_srli_epi64(pair, 16), class_mask);
      __m256i three = _mm256_and_si256(_mm256_srli_epi64(triple, 16), class_mask);
      _mm256_storeu_pd(found->one + at, _mm256_i32gather_pd(lattice->units, firsts, 8));
      _mm256_storeu_pd(found->two + at, _mm256_i64gather_pd(lattice->weights, two, 8));
      _mm256_storeu_pd(found->three + at, _mm256_i64gather_pd(lattice->weights, three, 8));
      _mm256_storeu_si256((__m256i *)(found->node + at), triple);
      __m256i shift = _mm256_sub_epi64(fifteen, _mm256_and_si256(fourths, fifteen));
      longer |= (uint64_t)(unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(_mm256_sllv_epi64(triple, shift))) << at;
  }
  found->longer = longer;
}
#endif

/// Whether a word of the user may start with the first two of `ids`.
static inline bool may_start(const uint64_t *starts, const uint16_t *ids) {
  uint32_t bit = ztk_start_bit(ids[0], ids[1]);
  return starts[bit >> 6] >> (bit & 63) & 1;
}

/// The best word of four units or more behind `node`, if it is better than the best so far.
static inline double longer_word(
  const ztk_lattice *lattice, uint64_t node, const uint16_t *ids, const double *scores, double best, uint32_t *length
) {
  size_t end = 3;
  do {
    node = lattice->nodes[base(node) + (size_t)ids[end]];
    if ((uint16_t)node != ids[end]) break;
    end++;
    double score = lattice->weights[weight_class(node)] + scores[end];
    if (score >= best) {
      best = score;
      *length = (uint32_t)end;
    }
  } while (may_continue(node, ids[end]));
  return best;
}

/// The score of a unit at which no word starts. An attached run counts as that many unknown characters, one by one, as the
/// reference adds them.
__attribute__((noinline)) static double unknown(
  const ztk_lattice *lattice, uint16_t id, const uint32_t *starts, double score
) {
  uint32_t characters = id == 2 ? starts[1] - starts[0] : 1;
  while (characters-- > 0) score += lattice->unknown_weight;
  return score;
}

void ztk_score(
  const ztk_lattice *lattice, const uint16_t *ids, const uint32_t *starts, double *scores, uint8_t *lengths, size_t count
) {
  words found;
  double next = scores[count], after = scores[count + 1], third = scores[count + 2];
  const uint64_t *user_starts = lattice->user_starts;
  size_t place = count;
  while (place > 0) {
    size_t block = (place - 1) & ~(size_t)(BLOCK - 1);
#if defined(__x86_64__)
    if (features() & HAS_AVX2) find_words_avx2(lattice, ids + block, place - block, &found);
    else
#endif
      find_words(lattice, ids + block, place - block, &found);
    while (place > block) {
      size_t at = --place - block;
      double one = found.one[at] + next, two = found.two[at] + after, three = found.three[at] + third;
      // What depends on the score just computed comes last: it is what the loop waits for.
      double longer = ztk_max(two, three);
      double best = ztk_max(one, longer);
      // 1, 2 or 3; the longer of equal ones. A product, since compilers make branches of selections.
      uint32_t length = 1 + (uint32_t)(longer >= one) * (1 + (uint32_t)(three >= two));
      if (__builtin_expect(found.longer >> at & 1, 0)) {
        uint32_t found_length = length;
        best = longer_word(lattice, found.node[at], ids + place, scores + place, best, &found_length);
        length = found_length;
      }
      if (user_starts && may_start(user_starts, ids + place)) {
        uint32_t found_length = length;
        best = lattice->best_word(lattice->context, ids + place, scores + place, &found_length);
        length = found_length;
      }
      if (__builtin_expect(best < ZTK_WEAK / 2, 0)) {
        best = unknown(lattice, ids[place], starts + place, next);
        length = 1;
      }
      // The weight of separators is 0: there sums start anew.
      best = ztk_reset_unless(best, found.one[at]);
      scores[place] = best;
      lengths[place] = (uint8_t)length;
      third = after;
      after = next;
      next = best;
    }
  }
}
