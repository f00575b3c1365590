#include "CTechEntities.h"

static const unsigned char artifact[] __attribute__((aligned(64))) = {
#embed "data/entities.artifact"
};

const void *zhtext_tech_entities(size_t *count) {
  *count = sizeof artifact;
  return artifact;
}
