// Runs of single Han characters, and the Viterbi algorithm of the hidden Markov model over them; see `HiddenMarkovModel`.
//
// Where runs begin and which predecessor of a state is better is what no predictor learns, so nothing branches on either:
// the characters of all runs of a chunk follow each other, and at the first of each the path starts anew.

#include "CTokenizerKernels.h"

/// Whether a run may be a word: `ids` are its first characters, three if it `is_longer` than two. Both cases are computed,
/// as the length of a run is no more foreseeable than the rest.
static inline uint64_t may_be_word(const ztk_lattice *lattice, const uint16_t *ids, uint64_t is_longer) {
  ztk_pair_place found = ztk_place_of_pair(lattice->buckets, ids[0], ids[1]);
  uint64_t pair = lattice->pairs[found.may_exist ? found.slot : 0], third = ids[2];
  uint64_t exists = found.may_exist & ((uint16_t)pair == found.bucket);
  uint64_t ends = (pair >> 16 & 0x1fff) != 0, goes_on = pair >> (48 + (third & 15)) & 1;
  return exists & ((ends & ~is_longer) | (goes_on & is_longer));
}

bool ztk_find_runs(
  const ztk_lattice *lattice, const uint16_t *ids, size_t count, const uint64_t *path, ztk_runs runs
) {
  uint64_t any = 0, before = 0;
  uint64_t han = path[0] & (path[0] >> 1 | path[1] << 63) & ztk_ids_above(ids, ZTK_LAST_ASCII);
  for (size_t word = 0; word <= count / 64; word++) {
    uint64_t next = 0;
    if (word < count / 64) {
      const uint64_t *bits = path + word + 1;
      next = bits[0] & (bits[0] >> 1 | bits[1] << 63) & ztk_ids_above(ids + 64 * (word + 1), ZTK_LAST_ASCII);
    }
    uint64_t second = han >> 1 | next << 63, third = second & (han >> 2 | next << 62);
    uint64_t firsts = han & second & ~(han << 1 | before), words = 0;
    runs.characters[word] = han & (second | han << 1 | before);
    runs.firsts[word] = firsts;
    for (uint64_t rest = firsts; rest != 0; rest &= rest - 1) {
      size_t at = (size_t)__builtin_ctzll(rest);
      words |= may_be_word(lattice, ids + 64 * word + at, third >> at & 1) << at;
    }
    runs.words[word] = words;
    any |= firsts;
    before = han >> 63;
    han = next;
  }
  return any != 0;
}

// The scores of the states E and B, and of S and M. S comes behind E or S and M behind B or M, the same place of both pairs; B
// comes behind E or S and E behind B or M, the other place of both. Of two predecessors, E or B is earlier in the alphabet.
#if defined(__SSE2__)

typedef struct {
  __m128d eb, sm;
} scores;

/// What is added to the scores before.
typedef struct {
  __m128d early_eb, late_eb, early_sm, late_sm, keep;
} steps;

/// `transitions` are those of E by B and M, of M by B and M, of B by E and S, and of S by E and S.
static inline steps continuing(const double *transitions) {
  const double *t = transitions;
  return (steps){
    _mm_setr_pd(t[0], t[4]), _mm_setr_pd(t[1], t[5]), _mm_setr_pd(t[6], t[2]), _mm_setr_pd(t[7], t[3]),
    _mm_castsi128_pd(_mm_set1_epi32(-1))};
}

static inline steps starting(const double *starts) {
  __m128d eb = _mm_setr_pd(starts[2], starts[0]), sm = _mm_setr_pd(starts[3], starts[1]);
  return (steps){eb, eb, sm, sm, _mm_setzero_pd()};
}

/// Goes on by one character. Gives one bit a state, E, B, S, M: set where the later letter is the better predecessor, and of
/// equal ones; and a fifth, set where E is better than S.
static inline uint32_t advance(scores *scores, const steps *steps, const double *emission) {
  __m128d emission_eb = _mm_loadh_pd(_mm_load_sd(emission + 2), emission);
  __m128d emission_sm = _mm_loadh_pd(_mm_load_sd(emission + 3), emission + 1);
  __m128d early = _mm_and_pd(scores->eb, steps->keep), late = _mm_and_pd(scores->sm, steps->keep);
  // In the reference's order: the score before, the transition, the emission.
  __m128d early_sm = _mm_add_pd(_mm_add_pd(early, steps->early_sm), emission_sm);
  __m128d late_sm = _mm_add_pd(_mm_add_pd(late, steps->late_sm), emission_sm);
  early = _mm_shuffle_pd(early, early, 1);
  late = _mm_shuffle_pd(late, late, 1);
  __m128d early_eb = _mm_add_pd(_mm_add_pd(early, steps->early_eb), emission_eb);
  __m128d late_eb = _mm_add_pd(_mm_add_pd(late, steps->late_eb), emission_eb);
  scores->eb = _mm_max_pd(early_eb, late_eb);
  scores->sm = _mm_max_pd(early_sm, late_sm);
  __m128 later = _mm_shuffle_ps(
    _mm_castpd_ps(_mm_cmpge_pd(late_eb, early_eb)), _mm_castpd_ps(_mm_cmpge_pd(late_sm, early_sm)), 0x88);
  return (uint32_t)_mm_movemask_ps(later) | (uint32_t)_mm_comigt_sd(scores->eb, scores->sm) << 4;
}

#else

typedef struct {
  double e, b, s, m;
} scores;

typedef struct {
  double e[2], b[2], s[2], m[2];
  bool keeps;
} steps;

static inline steps continuing(const double *transitions) {
  const double *t = transitions;
  return (steps){{t[0], t[1]}, {t[4], t[5]}, {t[6], t[7]}, {t[2], t[3]}, true};
}

static inline steps starting(const double *starts) {
  const double *s = starts;
  return (steps){{s[2], s[2]}, {s[0], s[0]}, {s[3], s[3]}, {s[1], s[1]}, false};
}

static inline uint32_t better(double early, double late, const double *step, double emission, double *score) {
  double by_early = (early + step[0]) + emission, by_late = (late + step[1]) + emission;
  *score = ztk_max(by_early, by_late);
  return by_late >= by_early;
}

static inline uint32_t advance(scores *scores, const steps *steps, const double *emission) {
  double e = steps->keeps ? scores->e : 0, b = steps->keeps ? scores->b : 0;
  double s = steps->keeps ? scores->s : 0, m = steps->keeps ? scores->m : 0;
  uint32_t later = better(b, m, steps->e, emission[2], &scores->e);
  later |= better(e, s, steps->b, emission[0], &scores->b) << 1;
  later |= better(e, s, steps->s, emission[3], &scores->s) << 2;
  later |= better(b, m, steps->m, emission[1], &scores->m) << 3;
  return later | (uint32_t)(scores->e > scores->s) << 4;
}

#endif

/// Whether two characters make one word. Of a pair only the paths B E or M E (one word) and S S or E S (two) are possible.
static inline bool joins(const double *numbers, const double *first, const double *second) {
  const double *transitions = numbers + 4;
  double begin = (numbers[0] + first[0]) + transitions[0], middle = (numbers[1] + first[1]) + transitions[1];
  double end = (numbers[2] + first[2]) + transitions[6], single = (numbers[3] + first[3]) + transitions[7];
  return ztk_max(begin, middle) + second[2] > ztk_max(end, single) + second[3];
}

// The states in four bits: what a step back shifts by. M and E, which go on with a word, have the lower bit set.
enum { B = 0, E = 4, S = 8, M = 12, ALL = 0x1111 };

/// For each trace the state before each state, as four bits at the place that the state tells.
static const uint16_t states_before[16] = {
#define BEFORE(t) \
  ((t) >> 0 & 1 ? M : B) << E | ((t) >> 1 & 1 ? S : E) << B | ((t) >> 2 & 1 ? S : E) << S | ((t) >> 3 & 1 ? M : B) << M
  BEFORE(0), BEFORE(1), BEFORE(2), BEFORE(3), BEFORE(4), BEFORE(5), BEFORE(6), BEFORE(7),
  BEFORE(8), BEFORE(9), BEFORE(10), BEFORE(11), BEFORE(12), BEFORE(13), BEFORE(14), BEFORE(15),
};

void ztk_join_runs(
  const double *numbers, const uint16_t *ids, size_t count, ztk_runs runs, uint8_t *trace, uint64_t *tokens
) {
  const double *emissions = numbers + 12;
  const steps steps[2] = {continuing(numbers + 4), starting(numbers)};
  scores scores;
  memset(&scores, 0, sizeof scores);
  // Whether a run of two goes on from the word before.
  uint64_t before = 0;
  for (size_t word = 0; word <= count / 64; word++) {
    uint64_t characters = runs.characters[word], firsts = runs.firsts[word];
    uint64_t next = word < count / 64 ? runs.characters[word + 1] : 0;
    uint64_t twos = firsts & characters & ~(characters >> 2 | next << 62);
    for (uint64_t rest = twos; rest != 0; rest &= rest - 1) {
      size_t place = 64 * word + (size_t)__builtin_ctzll(rest);
      bool joined = joins(numbers, emissions + 4 * (size_t)ids[place], emissions + 4 * (size_t)ids[place + 1]);
      tokens[(place + 1) >> 6] &= ~((uint64_t)joined << ((place + 1) & 63));
    }
    characters &= ~(twos | twos << 1 | before);
    before = twos >> 63;
    runs.words[word] = characters;
    for (uint64_t rest = characters; rest != 0; rest &= rest - 1) {
      size_t at = (size_t)__builtin_ctzll(rest), place = 64 * word + at;
      trace[place] = (uint8_t)advance(&scores, &steps[firsts >> at & 1], emissions + 4 * (size_t)ids[place]);
    }
  }

  // Back from the last character: `states` gives the state by that of the character behind. The last of a run is E or S,
  // whatever stands behind.
  static const uint16_t last_states[2] = {S * ALL, E * ALL};
  uint64_t behind = 0;
  uint32_t state = 0, states = 0;
  for (size_t word = count / 64 + 1; word-- > 0;) {
    uint64_t characters = runs.words[word], lasts = characters & ~(characters >> 1 | behind << 63), joined = 0;
    for (uint64_t rest = characters; rest != 0;) {
      uint32_t at = 63 - (uint32_t)__builtin_clzll(rest), found = trace[64 * word + at], last = last_states[found >> 4];
      rest &= ~((uint64_t)1 << at);
      state = ((lasts >> at & 1 ? last : states) >> state) & 12;
      joined |= (uint64_t)(state >> 2 & 1) << at;
      states = states_before[found & 15];
    }
    tokens[word] &= ~(joined & ~runs.firsts[word]);
    behind = characters & 1;
  }
}
