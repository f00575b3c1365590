#pragma once

#include <stddef.h>

/// The compiled lexicon in read-only memory, aligned to 64 bytes; its size goes to `count`.
const void *_Nonnull zhtext_core_lexicon(size_t *_Nonnull count);
