// The inner loop of the lattice, in steps for each block of 256 units: the beginnings of two units are looked up in the
// table of pairs, then the nodes behind them, then the best path is found from right to left.
//
// Whether a word starts at a place is what no predictor can learn, so no step branches on it: each appends the places that
// need the next one to a list whose length grows by 0 or 1. What a step will read is fetched while the one before it is
// at work on the rest of the block, since the tables are larger than the second-level cache.

#include "CTokenizerKernels.h"

enum { BLOCK = 256 };

/// The words of two and more units that start at the places of a block.
typedef struct {
  /// The weights of the words of two and three units; minus infinity where there is none.
  double two[BLOCK], three[BLOCK];
  /// The node behind the third unit, where its bit in `longer` is set.
  uint64_t node[BLOCK];
  /// One bit a place: whether the node may have a child by the fourth.
  uint64_t longer[BLOCK / 64];
} words;

/// The weight class of a node.
static inline size_t weight_class(uint64_t node) { return (uint32_t)node >> 16 & 0x1fff; }

/// The base of a node's children.
static inline uint32_t base(uint64_t node) { return (uint32_t)(node >> 29) & 0x7ffff; }

/// Whether a node may have a child by the unit.
static inline bool may_continue(uint64_t node, uint32_t id) { return node >> (48 + (id & 15)) & 1; }

static void find_words(const ztk_lattice *lattice, const uint16_t *ids, size_t count, words *found) {
  /// The places of a list, and for each the slot and the bucket of its pair, or the node of its pair. Slots stand one further,
  /// behind one that none has, so that the last of the list can be fetched before there is one.
  uint8_t places[BLOCK];
  uint32_t slots[BLOCK + 1];
  uint16_t buckets[BLOCK];
  uint64_t nodes[BLOCK];

  for (size_t part = 0; part < count; part += 16)
    for (size_t place = part; place < part + 16; place++) found->two[place] = found->three[place] = -INFINITY;
  memset(found->longer, 0, sizeof found->longer);

  // The pairs that the signature of their bucket allows; see `ztk_pair`. No word contains separators and runs.
  size_t likely = 0;
  slots[0] = 0;
  for (size_t part = 0; part < count; part += 64) {
    uint64_t inner = ztk_ids_above(ids + part, ZTK_LAST_RUN);
    uint64_t begins = inner & (inner >> 1 | (uint64_t)(ids[part + 64] > ZTK_LAST_RUN) << 63);
    for (; begins != 0; begins &= begins - 1) {
      size_t place = part + (size_t)__builtin_ctzll(begins);
      ztk_pair_place pair = ztk_place_of_pair(lattice->buckets, ids[place], ids[place + 1]);
      places[likely] = (uint8_t)place;
      slots[likely + 1] = pair.slot;
      buckets[likely] = pair.bucket;
      likely += pair.may_exist;
      __builtin_prefetch(lattice->pairs + slots[likely]);
    }
  }

  size_t deeper = 0;
  for (size_t item = 0; item < likely; item++) {
    size_t place = places[item];
    uint64_t pair = lattice->pairs[slots[item + 1]];
    pair = __builtin_unpredictable((uint16_t)pair == buckets[item]) ? pair : 0;
    found->two[place] = lattice->weights[weight_class(pair)];
    uint32_t third = ids[place + 2];
    places[deeper] = (uint8_t)place;
    nodes[deeper] = pair;
    __builtin_prefetch(lattice->nodes + base(pair) + third);
    deeper += may_continue(pair, third);
  }
  for (size_t item = 0; item < deeper; item++) {
    size_t place = places[item];
    uint64_t triple = ztk_child(lattice->nodes, base(nodes[item]), ids[place + 2]);
    found->three[place] = lattice->weights[weight_class(triple)];
    found->node[place] = triple;
    found->longer[place / 64] |= (uint64_t)may_continue(triple, ids[place + 3]) << (place & 63);
  }
}

/// Whether a word of the user may start with the first two of `ids`.
static inline bool may_start(const uint64_t *starts, const uint16_t *ids) {
  uint32_t bit = ztk_start_bit(ids[0], ids[1]);
  return starts[bit >> 6] >> (bit & 63) & 1;
}

/// The best word of four units or more at `place`, behind `node`, if it is better than the best so far.
__attribute__((noinline)) static double longer_word(
  const ztk_lattice *lattice, uint64_t node, const uint16_t *ids, const double *scores, size_t place, double best,
  uint32_t *length
) {
  ids += place;
  scores += place;
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
  } while (end < UINT8_MAX && may_continue(node, ids[end]));
  return best;
}

/// The score of a unit at which no word starts. An attached run counts as that many unknown characters, one by one, as the
/// reference adds them.
__attribute__((noinline)) static double unknown(
  const ztk_lattice *lattice, const uint16_t *ids, const uint32_t *starts, size_t place, double score
) {
  uint32_t characters = ids[place] == ZTK_LAST_RUN ? starts[place + 1] - starts[place] : 1;
  while (characters-- > 0) score += lattice->unknown_weight;
  return score;
}

/// The loop over all units; the compiler makes one without and one with a user's words.
static inline __attribute__((always_inline)) void score(
  const ztk_lattice *lattice, const uint16_t *ids, const uint32_t *starts, double *scores, uint8_t *lengths, size_t count,
  const uint64_t *user_starts
) {
  words found;
  const double *units = lattice->units;
  double next = scores[count], after = scores[count + 1], third = scores[count + 2];
  size_t place = count;
  while (place > 0) {
    size_t block = (place - 1) & ~(size_t)(BLOCK - 1);
    find_words(lattice, ids + block, place - block, &found);
    while (place > block) {
      size_t part = (place - 1) & ~(size_t)63;
      // The bit of the unit that is next comes highest.
      uint64_t longer_bits = found.longer[(part - block) / 64] << (63 & (part - place));
      while (place > part) {
        size_t at = --place - block;
        double weight = units[ids[place]];
        double one = weight + next, two = found.two[at] + after, three = found.three[at] + third;
        // What depends on the score just computed comes last: it is what the loop waits for.
        double longer = ztk_max(two, three);
        double best = ztk_max(one, longer);
        // 1, 2 or 3; the longer of equal ones. A product, since compilers make branches of selections.
        uint32_t length = 1 + (uint32_t)(longer >= one) * (1 + (uint32_t)(three >= two));
        if (__builtin_expect(longer_bits >> 63, 0)) {
          uint32_t found_length = length;
          best = longer_word(lattice, found.node[at], ids, scores, place, best, &found_length);
          length = found_length;
        }
        longer_bits <<= 1;
        if (user_starts && may_start(user_starts, ids + place)) {
          uint32_t found_length = length;
          best = lattice->best_word(lattice->context, ids + place, scores + place, &found_length);
          length = found_length;
        }
        if (__builtin_expect(best < ZTK_WEAK / 2, 0)) {
          best = unknown(lattice, ids, starts, place, next);
          length = 1;
        }
        // The weight of separators is 0: there sums start anew.
        best = ztk_reset_unless(best, weight);
        scores[place] = best;
        lengths[place] = (uint8_t)length;
        third = after;
        after = next;
        next = best;
      }
    }
  }
}

void ztk_score(
  const ztk_lattice *lattice, const uint16_t *ids, const uint32_t *starts, double *scores, uint8_t *lengths, size_t count
) {
  if (lattice->user_starts) score(lattice, ids, starts, scores, lengths, count, lattice->user_starts);
  else score(lattice, ids, starts, scores, lengths, count, NULL);
}
