// Replaced by the embedded artifact.
