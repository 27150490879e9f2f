-- Schema 2. A statement's occasion: where or in what it was said.
ALTER TABLE "statements" ADD COLUMN "occasion_start" INTEGER;
ALTER TABLE "statements" ADD COLUMN "occasion_end" INTEGER;
ALTER TABLE "statements" ADD COLUMN "occasion_kind" TEXT DEFAULT '';
