"""What the AWS SDKs know: services, operations, shapes and errors, from the models that ship with botocore."""
