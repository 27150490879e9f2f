-- Schema 6. When statements were made and events happened, and how that is known.
ALTER TABLE "statements" ADD COLUMN "time" TEXT DEFAULT '';
ALTER TABLE "statements" ADD COLUMN "time_from" TEXT DEFAULT '';
ALTER TABLE "statements" ADD COLUMN "time_span_start" INTEGER;
ALTER TABLE "statements" ADD COLUMN "time_span_end" INTEGER;
ALTER TABLE "events" ADD COLUMN "time_from" TEXT DEFAULT '';
