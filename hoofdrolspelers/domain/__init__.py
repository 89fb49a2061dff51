"""Rules about people's time, in plain Python."""
