#include "CICUBridge.h"

#include <string.h>
#include <unicode/ucsdet.h>

int32_t zhtext_detect_charsets(
    const uint8_t *bytes, int32_t count, zhtext_charset_match *matches, int32_t match_count) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  int32_t found = 0;
  int32_t written = 0;
  ucsdet_setText(detector, (const char *)bytes, count, &status);
  const UCharsetMatch **icu = ucsdet_detectAll(detector, &found, &status);
  for (int32_t index = 0; U_SUCCESS(status) && index < found && written < match_count; index++) {
    const char *name = ucsdet_getName(icu[index], &status);
    int32_t confidence = ucsdet_getConfidence(icu[index], &status);
    if (U_FAILURE(status) || strlen(name) >= sizeof matches->name) continue;
    strcpy(matches[written].name, name);
    matches[written].confidence = confidence;
    written++;
  }
  if (detector != NULL) ucsdet_close(detector);
  return written;
}
