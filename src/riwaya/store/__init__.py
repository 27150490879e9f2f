"""The store's contract and its backends."""
