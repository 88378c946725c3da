"""JSON that describes something: the input of an AWS API, a task definition, an event pattern."""
