#pragma once

#include <stddef.h>

/// The compiled dictionary, in read-only memory aligned to 64 bytes, and its number of bytes.
const void *_Nonnull zhtext_tech_entities(size_t *_Nonnull count);
