"""`python -m riwaya.cli` does what `riwaya` does."""

from riwaya.cli import main

main()
