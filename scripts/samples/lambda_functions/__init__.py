"""Lambda functions: what invokes them, which event they get, and what they must return."""
