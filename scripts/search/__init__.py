"""The search index: what of each question is searched, made into an index by the engine that will search it."""
