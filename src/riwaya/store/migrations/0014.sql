-- Schema 14. Which place of a page gives its publication date, and what gives the date that contradicts it.
ALTER TABLE "articles" ADD COLUMN "published_source" TEXT NOT NULL DEFAULT '';
ALTER TABLE "articles" ADD COLUMN "published_other_from" TEXT NOT NULL DEFAULT '';
