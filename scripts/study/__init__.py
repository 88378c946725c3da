"""The tools to study with: question index, quiz, marks, mock interview. They run in the browser; this makes their data."""
