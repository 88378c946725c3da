"""What the live site (`make serve`) does more than the build, so that an edit is seen at once."""
