"""Articles to copied passages and origins."""
