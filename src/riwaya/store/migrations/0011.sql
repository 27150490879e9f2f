-- Schema 11. What each name block's persons were when it was last resolved.
CREATE TABLE "rosters" (
  "block" TEXT,
  "data" TEXT,
  PRIMARY KEY ("block")
) WITHOUT ROWID;
