// What TextDecoding needs of ICU, without ICU's headers.
//
// Swift must never see those: Foundation brings its own copy of ICU, and a program that imports both fails to compile
// ("UErrorCode has different definitions"). So this header shows opaque pointers and integers of fixed width only, and the
// .c files beside it are the only ones that include ICU.
//
// No function keeps a pointer it is given. Every count is a count of elements of the pointer before it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

/// Writes ICU's version, major and minor first.
void zhtext_icu_version(uint8_t version[4]);

// MARK: Conversion (ucnv)

typedef struct zhtext_converter zhtext_converter;

/// Where a conversion stopped.
typedef enum __attribute__((enum_extensibility(closed))) zhtext_outcome : int32_t {
  /// All bytes are used; a sequence begun at their end is remembered, unless `isLast` was said.
  zhtext_outcome_done,
  /// The target is full.
  zhtext_outcome_full,
  /// The last `invalid` bytes used stand for no character.
  zhtext_outcome_invalid,
} zhtext_outcome;

typedef struct zhtext_progress {
  zhtext_outcome outcome;
  /// Bytes of the source used, those of an invalid sequence included.
  int64_t used;
  /// Bytes written to the target.
  int64_t written;
  /// Length of the invalid sequence. It may have begun in the source of an earlier call.
  int32_t invalid;
} zhtext_progress;

/// The room a target must at least have.
enum { zhtext_converter_minimum_room = 64 };

/// Opens ICU's converter `name` from its encoding to UTF-8; null where ICU has none of the name.
zhtext_converter *zhtext_converter_open(const char *name);
void zhtext_converter_close(zhtext_converter *converter);

/// Converts bytes to UTF-8 until the source is used up, the target is full or a sequence is invalid.
zhtext_progress zhtext_converter_convert(
    zhtext_converter *converter, const uint8_t *source, int64_t source_count, bool is_last, uint8_t *target,
    int64_t target_count);

// MARK: Detection (ucsdet)

typedef struct zhtext_charset_match {
  /// ICU's name of the encoding, ending in NUL.
  char name[24];
  /// From 0 to 100.
  int32_t confidence;
} zhtext_charset_match;

/// Writes the encodings ICU's detector finds possible, best first, and returns how many there are, at most `match_count`.
int32_t zhtext_detect_charsets(
    const uint8_t *bytes, int32_t count, zhtext_charset_match *matches, int32_t match_count);

// MARK: Normalisation (unorm2)

typedef struct zhtext_normalizer zhtext_normalizer;

/// Opens a normalizer to NFKC (`is_compatibility`) or NFC, of the characters in `ranges` alone: pairs of the first and the
/// last code point. No ranges mean all characters. Null where ICU cannot.
zhtext_normalizer *zhtext_normalizer_open(bool is_compatibility, const uint32_t *ranges, int32_t range_count);
void zhtext_normalizer_close(zhtext_normalizer *normalizer);

typedef struct zhtext_change {
  /// The code units of the source that change; empty, at its end, where nothing more does.
  int32_t start;
  int32_t end;
  /// Code units written to the target; more than `target_count` where it was too small, and the call must be repeated.
  /// Negative where ICU fails.
  int32_t written;
} zhtext_change;

/// Finds the first stretch of UTF-16 at or after `from` that normalisation may change, and writes what it becomes.
zhtext_change zhtext_normalizer_next(
    const zhtext_normalizer *normalizer, const uint16_t *text, int32_t count, int32_t from, uint16_t *target,
    int32_t target_count);
