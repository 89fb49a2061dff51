"""What people fill in: forms check the shape, services the rules."""
