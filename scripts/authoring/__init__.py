"""What helps to write a question: its template, its id, and its place on the page."""
