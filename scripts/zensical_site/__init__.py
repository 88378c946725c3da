"""The site by another generator: Zensical reads `mkdocs.yml`, and this hands over what it does not take from there."""
