#pragma once

#include <stddef.h>

/// The compiled conversion tables, in read-only memory aligned to 64 bytes, and their number of bytes.
const void *_Nonnull zhtext_conversion_tables(size_t *_Nonnull count);

/// Corrections of the tables, as UTF-8 text that ends with a zero byte: one entry a line.
const char *_Nonnull zhtext_corrections_traditional(void);
const char *_Nonnull zhtext_corrections_taiwan(void);
const char *_Nonnull zhtext_corrections_simplified(void);
