"""One checker a file: each has a function `check`, see `samples.model.Checker`."""
