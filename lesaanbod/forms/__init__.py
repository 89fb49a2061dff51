"""Forms of the ground floor and the catalogue."""
