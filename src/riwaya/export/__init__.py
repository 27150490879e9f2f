"""Tables for other programs: JSON lines, CSV, Parquet."""
