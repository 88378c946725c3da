"""What must hold in a Kubernetes manifest beyond its schema."""
