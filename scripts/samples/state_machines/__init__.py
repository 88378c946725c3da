"""The states of a Step Functions state machine, and what must hold of them."""
