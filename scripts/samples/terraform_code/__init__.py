"""Terraform configuration: its syntax tree, the schemas it must fit, its references, and Terraform itself."""
