// The kernels are inline; a C target needs one file to compile.
#include "CTokenizerKernels.h"
