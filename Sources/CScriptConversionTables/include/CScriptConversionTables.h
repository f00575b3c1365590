#pragma once

#include <stddef.h>

/// The compiled conversion tables, in read-only memory aligned to 64 bytes, and their number of bytes.
const void *_Nonnull zhtext_conversion_tables(size_t *_Nonnull count);
