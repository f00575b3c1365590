#include "CScriptConversionTables.h"

static const unsigned char artifact[] __attribute__((aligned(64))) = {
#embed "data/conversion.artifact"
};

const void *zhtext_conversion_tables(size_t *count) {
  *count = sizeof artifact;
  return artifact;
}
