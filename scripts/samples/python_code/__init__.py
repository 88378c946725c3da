"""Python samples: an abstract run that follows what boto3 returns, lint, and a run under moto."""
