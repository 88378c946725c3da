"""SQL samples: parsed by sqlglot in the dialect that the title names, and held to what the engines reject."""
