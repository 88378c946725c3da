"""The bank as decks for Anki: a package for each topic, and one of all."""
