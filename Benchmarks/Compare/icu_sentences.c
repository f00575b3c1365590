// ICU's sentence iterator, for sentences.py: the boundaries of UTF-16 text or of UTF-8 text.
#include <stdint.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

static int32_t collect(UBreakIterator *iterator, int32_t *ends, int32_t capacity) {
  int32_t count = 0;
  for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) {
    if (count < capacity) ends[count] = end;
    count++;
  }
  ubrk_close(iterator);
  return count;
}

int32_t icu_sentences_utf16(const uint16_t *text, int32_t length, int32_t *ends, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, "zh", (const UChar *)text, length, &status);
  return U_FAILURE(status) ? -1 : collect(iterator, ends, capacity);
}

int32_t icu_sentences_utf8(const char *text, int64_t length, int32_t *ends, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text, length, &status);
  UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, "zh", NULL, 0, &status);
  ubrk_setUText(iterator, &utext, &status);
  if (U_FAILURE(status)) return -1;
  int32_t count = collect(iterator, ends, capacity);
  utext_close(&utext);
  return count;
}
