-- Schema 7. What people judged of who is who, and by which letters a name is found that ends in another block.
CREATE TABLE "judgements" (
  "id" TEXT,
  "verdict" TEXT,
  "one" TEXT,
  "other" TEXT,
  "name" TEXT,
  "made" TEXT,
  "note" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
CREATE TABLE "name_keys" (
  "key" TEXT,
  "block" TEXT,
  "name" TEXT,
  "article_id" TEXT,
  PRIMARY KEY ("key", "block", "name", "article_id")
) WITHOUT ROWID;
CREATE INDEX "name_keys_by_block" ON "name_keys" ("block");
CREATE INDEX "name_keys_by_article_id" ON "name_keys" ("article_id");
CREATE INDEX "block_entities_by_entity_id" ON "block_entities" ("entity_id");
