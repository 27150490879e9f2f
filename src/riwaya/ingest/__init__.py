"""Sources (files, folders, archives, tables, feeds) to pages."""
