"""Pages to articles and removed blocks."""
