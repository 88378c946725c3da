"""Study sheets: the site's topic pages as PDFs, printed by a headless Chromium, and the whole bank as one book."""
