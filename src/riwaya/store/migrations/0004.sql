-- Schema 4. Who found a statement: the rules, the trained reader, or both.
ALTER TABLE "statements" ADD COLUMN "found_by" TEXT DEFAULT 'rules';
