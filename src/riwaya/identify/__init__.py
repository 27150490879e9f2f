"""Mentions to entities and offices."""
