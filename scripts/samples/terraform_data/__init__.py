"""Programs that make the data about Terraform; run by hand, when a provider or Terraform itself changes."""
