"""Queries over the store; read only."""
