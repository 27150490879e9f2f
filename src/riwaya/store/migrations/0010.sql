-- Schema 10. Judgements about bodies, places and other things.
CREATE TABLE "moved_links" (
  "mention_id" TEXT,
  "article_id" TEXT,
  "block" TEXT,
  PRIMARY KEY ("mention_id")
) WITHOUT ROWID;
CREATE INDEX "moved_links_by_article_id" ON "moved_links" ("article_id");
CREATE INDEX "moved_links_by_block" ON "moved_links" ("block");
