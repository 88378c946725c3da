"""The bank as data for other tools, and for the site's own: one record for each question."""
