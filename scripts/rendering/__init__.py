"""Python-Markdown extensions that turn the question format into HTML. `mkdocs.yml` switches them on."""
