#include "CICUBridge.h"

#include <stdlib.h>
#include <unicode/unorm2.h>
#include <unicode/uset.h>

// ICU reorders a stretch of combining marks in quadratic time. Real text has a few; what is longer is cut.
enum { longest_stretch = 1024 };

struct zhtext_normalizer {
  const UNormalizer2 *icu;
  // What `icu` is made of where it is limited to some characters; null where it is one of ICU's own, never closed.
  UNormalizer2 *filtered;
  USet *characters;
};

zhtext_normalizer *zhtext_normalizer_open(bool is_compatibility, const uint32_t *ranges, int32_t range_count) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *whole =
      is_compatibility ? unorm2_getNFKCInstance(&status) : unorm2_getNFCInstance(&status);
  zhtext_normalizer *normalizer = U_SUCCESS(status) ? calloc(1, sizeof *normalizer) : NULL;
  if (normalizer == NULL) return NULL;
  normalizer->icu = whole;
  if (range_count == 0) return normalizer;

  normalizer->characters = uset_openEmpty();
  for (int32_t index = 0; index < range_count; index++)
    uset_addRange(normalizer->characters, (UChar32)ranges[2 * index], (UChar32)ranges[2 * index + 1]);
  uset_freeze(normalizer->characters);
  normalizer->filtered = unorm2_openFiltered(whole, normalizer->characters, &status);
  normalizer->icu = normalizer->filtered;
  if (U_SUCCESS(status)) return normalizer;
  zhtext_normalizer_close(normalizer);
  return NULL;
}

void zhtext_normalizer_close(zhtext_normalizer *normalizer) {
  if (normalizer->filtered != NULL) unorm2_close(normalizer->filtered);
  if (normalizer->characters != NULL) uset_close(normalizer->characters);
  free(normalizer);
}

zhtext_change zhtext_normalizer_next(
    const zhtext_normalizer *normalizer, const uint16_t *text, int32_t count, int32_t from, uint16_t *target,
    int32_t target_count) {
  UErrorCode status = U_ZERO_ERROR;
  // From a boundary on, what has passed does not matter, so spans may start anew each time.
  int32_t start = from + unorm2_spanQuickCheckYes(normalizer->icu, text + from, count - from, &status);
  zhtext_change change = {.start = count, .end = count};
  if (U_SUCCESS(status) && start < count) {
    // The stretch lasts until the next character that nothing before it can change.
    int32_t end = start;
    do {
      UChar32 character;
      U16_NEXT(text, end, count, character);
      if (end == count || end - start >= longest_stretch) break;
      U16_GET(text, 0, end, count, character);
      if (unorm2_hasBoundaryBefore(normalizer->icu, character)) break;
    } while (true);
    change.start = start;
    change.end = end;
    change.written =
        unorm2_normalize(normalizer->icu, text + start, end - start, target, target_count, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) status = U_ZERO_ERROR;
  }
  if (U_FAILURE(status)) change.written = -1;
  return change;
}
