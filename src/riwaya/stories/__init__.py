"""Articles to stories and storylines."""
