-- Schema 3. How fine a time's value is, and its other reading where it cannot mean both.
ALTER TABLE "times" ADD COLUMN "granularity" TEXT DEFAULT '';
ALTER TABLE "times" ADD COLUMN "other_value" TEXT DEFAULT '';
