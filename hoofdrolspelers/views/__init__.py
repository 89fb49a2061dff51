"""The pages of a hoofdrolspeler."""
