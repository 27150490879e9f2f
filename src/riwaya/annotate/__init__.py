"""Articles to mentions, times, quantities, statements and events."""
