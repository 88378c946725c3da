"""Configuration files in the INI format."""
