"""MkDocs hook: what makes the site work without a network."""
