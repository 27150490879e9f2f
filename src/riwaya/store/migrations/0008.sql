-- Schema 8. Where a body or place is.
ALTER TABLE "entities" ADD COLUMN "country" TEXT DEFAULT '';
ALTER TABLE "entities" ADD COLUMN "location" TEXT DEFAULT '[]';
