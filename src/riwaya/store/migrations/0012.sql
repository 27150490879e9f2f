-- Schema 12. The date of an article's page or address that contradicts its publication date.
ALTER TABLE "articles" ADD COLUMN "published_other" TEXT NOT NULL DEFAULT '';
