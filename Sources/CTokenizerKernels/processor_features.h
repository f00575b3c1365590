#pragma once

/// The instruction sets that are more than the baseline and used here where the processor has them.
enum { KNOWN = 1, HAS_SSSE3 = 2 };

static inline int features(void) {
#if defined(__x86_64__)
  static int found;
  // Several threads may find this out at once, and all find the same.
  int features = __atomic_load_n(&found, __ATOMIC_RELAXED);
  if (features == 0) {
    features = KNOWN | (__builtin_cpu_supports("ssse3") ? HAS_SSSE3 : 0);
    __atomic_store_n(&found, features, __ATOMIC_RELAXED);
  }
  return features;
#else
  return KNOWN;
#endif
}

