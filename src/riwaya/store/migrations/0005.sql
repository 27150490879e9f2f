-- Schema 5. When undated articles were published, as their evidence tells.
CREATE TABLE "datings" (
  "article_id" TEXT,
  "earliest" TEXT,
  "latest" TEXT,
  "days" TEXT,
  "published_from" TEXT,
  "evidence" TEXT,
  PRIMARY KEY ("article_id")
) WITHOUT ROWID;
