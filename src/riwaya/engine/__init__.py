"""The engine's contract and its engines."""
