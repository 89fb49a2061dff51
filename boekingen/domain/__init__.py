"""Rules about requests, moments and invitations, in plain Python."""
