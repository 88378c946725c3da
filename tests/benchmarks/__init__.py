"""The benchmarks: what their page says of what was measured."""
