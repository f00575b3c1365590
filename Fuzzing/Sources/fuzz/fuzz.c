// libFuzzer brings `main`; what it calls is in FuzzTargets.
