"""What must hold in a GitHub workflow beyond its schema."""
