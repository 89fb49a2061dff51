"""Attacks on what stands (security.md, section 4)."""
