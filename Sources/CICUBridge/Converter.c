#include "CICUBridge.h"

#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

struct zhtext_converter {
  UConverter *icu;
  // The first half of a pair whose second half ICU has not given yet.
  UChar high_surrogate;
};

zhtext_converter *zhtext_converter_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *icu = ucnv_open(name, &status);
  // Stop at what stands for no character instead of replacing it: the caller decides.
  if (U_SUCCESS(status)) ucnv_setToUCallBack(icu, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  zhtext_converter *converter = U_SUCCESS(status) ? calloc(1, sizeof *converter) : NULL;
  if (converter == NULL) {
    ucnv_close(icu);
    return NULL;
  }
  converter->icu = icu;
  return converter;
}

void zhtext_converter_close(zhtext_converter *converter) {
  ucnv_close(converter->icu);
  free(converter);
}

/// Appends UTF-16 to UTF-8; the target has room. Returns the bytes written.
static int64_t append(zhtext_converter *converter, const UChar *units, int64_t count, uint8_t *target) {
  int64_t written = 0;
  for (int64_t index = 0; index < count; index++) {
    UChar32 scalar = units[index];
    if (U16_IS_LEAD(scalar)) {
      converter->high_surrogate = (UChar)scalar;
      continue;
    }
    if (U16_IS_TRAIL(scalar)) scalar = U16_GET_SUPPLEMENTARY(converter->high_surrogate, scalar);
    U8_APPEND_UNSAFE(target, written, scalar);
  }
  return written;
}

zhtext_progress zhtext_converter_convert(
    zhtext_converter *converter, const uint8_t *source, int64_t source_count, bool is_last, uint8_t *target,
    int64_t target_count) {
  zhtext_progress progress = {.outcome = zhtext_outcome_done};
  const char *next = (const char *)source;
  const char *end = next + source_count;
  while (true) {
    UChar units[1024];
    // A code unit becomes at most three bytes, a pair four.
    int64_t room = (target_count - progress.written) / 3;
    if (room > 1024) room = 1024;
    if (room < 4) {
      progress.outcome = zhtext_outcome_full;
      break;
    }
    UChar *unit = units;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter->icu, &unit, units + room, &next, end, NULL, is_last, &status);
    progress.written += append(converter, units, unit - units, target + progress.written);
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_FAILURE(status)) {
      char bytes[32];
      int8_t count = sizeof bytes;
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter->icu, bytes, &count, &ignored);
      progress.outcome = zhtext_outcome_invalid;
      progress.invalid = count;
    }
    break;
  }
  progress.used = next - (const char *)source;
  return progress;
}
