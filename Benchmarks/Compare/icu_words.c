// ICU's word iterator, for words.py: the boundaries of UTF-16 texts that lie one behind the other.
#include <stdint.h>
#include <unicode/ubrk.h>

static UBreakIterator *iterator;

/// Loads the rules and the dictionary; 0 where that fails.
int32_t icu_words_load(void) {
  UErrorCode status = U_ZERO_ERROR;
  iterator = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
  return U_SUCCESS(status);
}

/// Writes the boundaries of `count` texts, whose lengths are given, each counted from the start of its own, and gives their
/// number, or -1.
int64_t icu_words(const uint16_t *text, const int32_t *lengths, int64_t count, int32_t *ends) {
  int64_t found = 0;
  for (int64_t place = 0; place < count; place++) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(iterator, (const UChar *)text, lengths[place], &status);
    if (U_FAILURE(status)) return -1;
    for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) ends[found++] = end;
    text += lengths[place];
  }
  return found;
}
