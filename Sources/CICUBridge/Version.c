#include "CICUBridge.h"

#include <unicode/uversion.h>

void zhtext_icu_version(uint8_t version[4]) { u_getVersion(version); }
