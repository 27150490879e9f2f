"""A story to aligned statements and claims."""
