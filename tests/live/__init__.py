"""The live site: what it remembers, and what it makes only when asked."""
