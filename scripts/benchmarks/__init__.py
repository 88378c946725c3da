"""Benchmarks: ours beside its nearest relative, on the same input, in the same run.

Look at the ratios: seconds differ from machine to machine.
"""
