"""Pages outside Wagtail: the account, and the health page."""
