"""What can be read; every selector that shows something takes who asks."""
