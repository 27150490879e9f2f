-- Schema 13. The other pieces of a statement's content that is broken by its cue or an attribution.
ALTER TABLE "statements" ADD COLUMN "content_rest" TEXT NOT NULL DEFAULT '[]';
