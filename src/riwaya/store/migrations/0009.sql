-- Schema 9. Users' own rows for the tables of who is who.
CREATE TABLE "knowledge" (
  "id" TEXT,
  "kind" TEXT,
  "block" TEXT,
  "source" TEXT,
  "data" TEXT,
  PRIMARY KEY ("id", "block")
) WITHOUT ROWID;
CREATE INDEX "knowledge_by_block" ON "knowledge" ("block");
