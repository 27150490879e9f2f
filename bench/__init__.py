"""Measured figures, printed; not tests, since they depend on the machine and on data outside the project."""
