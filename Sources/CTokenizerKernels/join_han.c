// The Viterbi algorithm of the hidden Markov model; see `HiddenMarkovModel`. Which predecessor is better is what no predictor
// learns, so nothing branches on it.

#include "CTokenizerKernels.h"

void ztk_join_han(
  const double *numbers, const uint16_t *units, size_t count, uint8_t *trace, uint64_t *tokens, size_t start
) {
  const double *transitions = numbers + 4, *emissions = numbers + 12, *first = emissions + 4 * (size_t)units[0];
  double scores[4] = {numbers[0] + first[0], numbers[1] + first[1], numbers[2] + first[2], numbers[3] + first[3]};
  // Each state has two possible predecessors. The trace keeps one bit a state, B, M, E, S: set for the later letter.
#if defined(__SSE2__)
  // The sums by the earlier and by the later predecessor: of B and M, then of E and S.
  const __m128d early_bm = _mm_setr_pd(transitions[4], transitions[2]), late_bm = _mm_setr_pd(transitions[5], transitions[3]);
  const __m128d early_es = _mm_setr_pd(transitions[0], transitions[6]), late_es = _mm_setr_pd(transitions[1], transitions[7]);
  __m128d bm = _mm_loadu_pd(scores), es = _mm_loadu_pd(scores + 2);
  for (size_t place = 1; place < count; place++) {
    const double *emission = emissions + 4 * (size_t)units[place];
    __m128d emission_bm = _mm_loadu_pd(emission), emission_es = _mm_loadu_pd(emission + 2);
    __m128d early = _mm_add_pd(_mm_add_pd(_mm_unpacklo_pd(es, bm), early_bm), emission_bm);
    __m128d late = _mm_add_pd(_mm_add_pd(_mm_unpackhi_pd(es, bm), late_bm), emission_bm);
    __m128d other_early = _mm_add_pd(_mm_add_pd(_mm_unpacklo_pd(bm, es), early_es), emission_es);
    __m128d other_late = _mm_add_pd(_mm_add_pd(_mm_unpackhi_pd(bm, es), late_es), emission_es);
    trace[place] = (uint8_t)(
      _mm_movemask_pd(_mm_cmpge_pd(late, early)) | _mm_movemask_pd(_mm_cmpge_pd(other_late, other_early)) << 2);
    bm = _mm_max_pd(early, late);
    es = _mm_max_pd(other_early, other_late);
  }
  _mm_storeu_pd(scores + 2, es);
#else
  double b = scores[0], m = scores[1], e = scores[2], s = scores[3];
  for (size_t place = 1; place < count; place++) {
    const double *emission = emissions + 4 * (size_t)units[place];
    double b_from_e = (e + transitions[4]) + emission[0], b_from_s = (s + transitions[5]) + emission[0];
    double m_from_b = (b + transitions[2]) + emission[1], m_from_m = (m + transitions[3]) + emission[1];
    double e_from_b = (b + transitions[0]) + emission[2], e_from_m = (m + transitions[1]) + emission[2];
    double s_from_e = (e + transitions[6]) + emission[3], s_from_s = (s + transitions[7]) + emission[3];
    trace[place] = (uint8_t)(
      (b_from_s >= b_from_e) | (m_from_m >= m_from_b) << 1 | (e_from_m >= e_from_b) << 2 | (s_from_s >= s_from_e) << 3);
    b = ztk_max(b_from_e, b_from_s);
    m = ztk_max(m_from_b, m_from_m);
    e = ztk_max(e_from_b, e_from_m);
    s = ztk_max(s_from_e, s_from_s);
  }
  scores[2] = e;
  scores[3] = s;
#endif
  // The last state is E or S. Before E or M stands B or M; before B or S, E or S.
  uint32_t state = scores[2] > scores[3] ? 2 : 3;
  for (size_t place = count - 1; place > 0; place--) {
    uint32_t later = trace[place] >> state & 1, is_inside = (state + 1) >> 1 & 1;
    tokens[(start + place) >> 6] &= ~((uint64_t)is_inside << ((start + place) & 63));
    state = later | (is_inside ^ 1) << 1;
  }
}
