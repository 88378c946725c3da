"""Reads and checks shell scripts: ShellCheck for the script, the AWS CLI's parser for its `aws` commands."""
