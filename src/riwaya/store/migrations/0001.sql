-- Schema 1. Columns follow the records (riwaya.model, riwaya.store.contract); a test holds the two together.
CREATE TABLE "pages" (
  "id" TEXT,
  "key" TEXT,
  "source" TEXT,
  "url" TEXT,
  "captured" TEXT,
  "media_type" TEXT,
  "charset" TEXT,
  "content" BLOB,
  PRIMARY KEY ("id")
);
CREATE TABLE "articles" (
  "id" TEXT,
  "page_id" TEXT,
  "source" TEXT,
  "position" INTEGER,
  "outlet" TEXT,
  "title" TEXT,
  "standfirst" TEXT,
  "authors" TEXT,
  "dateline" TEXT,
  "credits" TEXT,
  "published" TEXT,
  "published_from" TEXT,
  "language" TEXT,
  "text" TEXT,
  "removed" TEXT,
  PRIMARY KEY ("id")
);
CREATE INDEX "articles_by_page_id" ON "articles" ("page_id");
CREATE INDEX "articles_by_published" ON "articles" ("published");
CREATE TABLE "rejections" (
  "item" TEXT,
  "stage" TEXT,
  "reason" TEXT,
  "detail" TEXT,
  PRIMARY KEY ("item", "stage", "reason", "detail")
) WITHOUT ROWID;
CREATE TABLE "mentions" (
  "id" TEXT,
  "article_id" TEXT,
  "field" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "text" TEXT,
  "kind" TEXT,
  "holder_id" TEXT,
  "score" REAL,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
CREATE INDEX "mentions_by_article_id" ON "mentions" ("article_id");
CREATE TABLE "times" (
  "id" TEXT,
  "article_id" TEXT,
  "field" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "text" TEXT,
  "type" TEXT,
  "value" TEXT,
  "anchor" TEXT,
  "modifier" TEXT,
  "flag" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
CREATE INDEX "times_by_article_id" ON "times" ("article_id");
CREATE TABLE "quantities" (
  "id" TEXT,
  "article_id" TEXT,
  "field" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "text" TEXT,
  "value" REAL,
  "unit" TEXT,
  "modifier" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
CREATE INDEX "quantities_by_article_id" ON "quantities" ("article_id");
CREATE TABLE "statements" (
  "id" TEXT,
  "article_id" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "content_start" INTEGER,
  "content_end" INTEGER,
  "content_text" TEXT,
  "cue_start" INTEGER,
  "cue_end" INTEGER,
  "cue_text" TEXT,
  "speaker_start" INTEGER,
  "speaker_end" INTEGER,
  "speaker_text" TEXT,
  "implicit" INTEGER,
  "via" TEXT,
  "addressee_start" INTEGER,
  "addressee_end" INTEGER,
  "mode" TEXT,
  "distance" TEXT,
  "force" TEXT,
  "score" REAL,
  PRIMARY KEY ("id")
);
CREATE INDEX "statements_by_article_id" ON "statements" ("article_id");
CREATE TABLE "events" (
  "id" TEXT,
  "article_id" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "type" TEXT,
  "mode" TEXT,
  "actors" TEXT,
  "targets" TEXT,
  "place_start" INTEGER,
  "place_end" INTEGER,
  "time" TEXT,
  "score" REAL,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
CREATE INDEX "events_by_article_id" ON "events" ("article_id");
CREATE TABLE "links" (
  "mention_id" TEXT,
  "article_id" TEXT,
  "entity_id" TEXT,
  "score" REAL,
  PRIMARY KEY ("mention_id")
) WITHOUT ROWID;
CREATE INDEX "links_by_entity_id" ON "links" ("entity_id");
CREATE INDEX "links_by_article_id" ON "links" ("article_id");
CREATE TABLE "entities" (
  "id" TEXT,
  "kind" TEXT,
  "name" TEXT,
  "names" TEXT,
  "name_en" TEXT,
  "wikidata" TEXT,
  "offices" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
CREATE INDEX "entities_by_name" ON "entities" ("name");
CREATE TABLE "passages" (
  "id" TEXT,
  "article_id" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "other_article_id" TEXT,
  "other_span_start" INTEGER,
  "other_span_end" INTEGER,
  "direction" TEXT,
  "kind" TEXT,
  "score" REAL,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
CREATE INDEX "passages_by_article_id" ON "passages" ("article_id");
CREATE INDEX "passages_by_other_article_id" ON "passages" ("other_article_id");
CREATE TABLE "origins" (
  "article_id" TEXT,
  "origin" TEXT,
  "kind" TEXT,
  "evidence" TEXT,
  "score" REAL,
  PRIMARY KEY ("article_id")
) WITHOUT ROWID;
CREATE TABLE "stories" (
  "id" TEXT,
  "title" TEXT,
  "article_ids" TEXT,
  "start" TEXT,
  "end" TEXT,
  "place" TEXT,
  "storyline_id" TEXT,
  "independent_origins" INTEGER,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
CREATE INDEX "stories_by_storyline_id" ON "stories" ("storyline_id");
CREATE TABLE "storylines" (
  "id" TEXT,
  "title" TEXT,
  "story_ids" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
CREATE TABLE "alignments" (
  "story_id" TEXT,
  "statement_id" TEXT,
  "other_statement_id" TEXT,
  "label" TEXT,
  "score" REAL,
  PRIMARY KEY ("story_id", "statement_id", "other_statement_id")
) WITHOUT ROWID;
CREATE TABLE "claims" (
  "id" TEXT,
  "story_id" TEXT,
  "text" TEXT,
  "speaker_entity_id" TEXT,
  "accounts" TEXT,
  "not_found" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
CREATE INDEX "claims_by_story_id" ON "claims" ("story_id");
CREATE TABLE "evidence" (
  "stage" TEXT,
  "key" TEXT,
  "article_id" TEXT,
  "item" TEXT,
  "data" TEXT,
  PRIMARY KEY ("stage", "key", "article_id", "item")
) WITHOUT ROWID;
CREATE INDEX "evidence_by_article_id" ON "evidence" ("article_id");
CREATE TABLE "namings" (
  "block" TEXT,
  "kind" TEXT,
  "form" TEXT,
  "article_id" TEXT,
  "count" INTEGER,
  PRIMARY KEY ("block", "kind", "form", "article_id")
) WITHOUT ROWID;
CREATE INDEX "namings_by_article_id" ON "namings" ("article_id");
CREATE TABLE "fingerprints" (
  "value" INTEGER,
  "article_id" TEXT,
  PRIMARY KEY ("value", "article_id")
) WITHOUT ROWID;
CREATE INDEX "fingerprints_by_article_id" ON "fingerprints" ("article_id");
CREATE TABLE "lookup_keys" (
  "undated" INTEGER,
  "key" TEXT,
  "article_id" TEXT,
  PRIMARY KEY ("undated", "key", "article_id")
) WITHOUT ROWID;
CREATE INDEX "lookup_keys_by_article_id" ON "lookup_keys" ("article_id");
CREATE TABLE "ties" (
  "article_id" TEXT,
  "other_article_id" TEXT,
  "story" REAL,
  "storyline" REAL,
  "bond" INTEGER,
  PRIMARY KEY ("article_id", "other_article_id")
) WITHOUT ROWID;
CREATE INDEX "ties_by_article_id_bond" ON "ties" ("article_id", "bond");
CREATE INDEX "ties_by_other_article_id_bond" ON "ties" ("other_article_id", "bond");
CREATE TABLE "memberships" (
  "article_id" TEXT,
  "story_id" TEXT,
  PRIMARY KEY ("article_id")
) WITHOUT ROWID;
CREATE INDEX "memberships_by_story_id" ON "memberships" ("story_id");
CREATE TABLE "block_entities" (
  "block" TEXT,
  "entity_id" TEXT,
  PRIMARY KEY ("block", "entity_id")
) WITHOUT ROWID;
CREATE TABLE "pending" (
  "stage" TEXT,
  "key" TEXT,
  PRIMARY KEY ("stage", "key")
) WITHOUT ROWID;
CREATE TABLE "settings" (
  "name" TEXT,
  "value" TEXT,
  PRIMARY KEY ("name")
) WITHOUT ROWID;
CREATE TABLE searched (
  number INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE search USING fts5(title, text, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'");
