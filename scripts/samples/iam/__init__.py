"""What IAM policies are made of, and what must hold for each kind of them."""
