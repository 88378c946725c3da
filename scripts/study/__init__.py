"""The tools to study with: question list, quiz, marks, mock interview. They run in the browser; this is their data."""
