"""The letters of this app: one function per letter, three templates per letter."""
