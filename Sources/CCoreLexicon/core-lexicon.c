#include "CCoreLexicon.h"

static const unsigned char artifact[] __attribute__((aligned(64))) = {
#embed "data/lexicon.artifact"
};

const void *zhtext_core_lexicon(size_t *count) {
  *count = sizeof artifact;
  return artifact;
}
