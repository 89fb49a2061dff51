"""What can be done; nothing else in this app changes a row."""
