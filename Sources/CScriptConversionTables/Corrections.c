#include "CScriptConversionTables.h"

static const char traditional[] = {
#embed "data/corrections-traditional.tsv"
    , 0};

static const char taiwan[] = {
#embed "data/corrections-taiwan.tsv"
    , 0};

static const char simplified[] = {
#embed "data/corrections-simplified.tsv"
    , 0};

const char *zhtext_corrections_traditional(void) { return traditional; }
const char *zhtext_corrections_taiwan(void) { return taiwan; }
const char *zhtext_corrections_simplified(void) { return simplified; }
