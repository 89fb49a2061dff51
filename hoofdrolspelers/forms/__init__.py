"""The shape of what a hoofdrolspeler types."""
