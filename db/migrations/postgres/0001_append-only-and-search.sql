-- Recorded facts are append-only: a row may once be given its end, and nothing else may happen to it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: rows are never deleted or rewritten', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_all_but_superseding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted record := NEW;
BEGIN
  IF OLD.superseded_at = '9999-12-31T23:59:59.999Z' THEN
    OLD.superseded_at := NEW.superseded_at;
    -- As text, because values of the type json cannot be compared.
    IF OLD::text = wanted::text THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: only superseded_at may be set, once', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_all_but_closing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted record := NEW;
BEGIN
  IF OLD.known_to = '9999-12-31T23:59:59.999Z' THEN
    OLD.known_to := NEW.known_to;
    -- As text, because values of the type json cannot be compared.
    IF OLD::text = wanted::text THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: only known_to may be set, once', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER acts_never_deleted BEFORE DELETE ON "acts" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER acts_never_emptied BEFORE TRUNCATE ON "acts" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER acts_never_rewritten BEFORE UPDATE ON "acts" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_superseding();
--> statement-breakpoint
CREATE TRIGGER commitments_never_deleted BEFORE DELETE ON "commitments" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER commitments_never_emptied BEFORE TRUNCATE ON "commitments" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER commitments_never_rewritten BEFORE UPDATE ON "commitments" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_superseding();
--> statement-breakpoint
CREATE TRIGGER conflicts_never_deleted BEFORE DELETE ON "conflicts" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER conflicts_never_emptied BEFORE TRUNCATE ON "conflicts" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER conflicts_never_rewritten BEFORE UPDATE ON "conflicts" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_superseding();
--> statement-breakpoint
CREATE TRIGGER citations_never_deleted BEFORE DELETE ON "citations" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER citations_never_emptied BEFORE TRUNCATE ON "citations" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER citations_never_rewritten BEFORE UPDATE ON "citations" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_superseding();
--> statement-breakpoint
CREATE TRIGGER checks_never_deleted BEFORE DELETE ON "checks" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER checks_never_emptied BEFORE TRUNCATE ON "checks" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER checks_never_rewritten BEFORE UPDATE ON "checks" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_superseding();
--> statement-breakpoint
CREATE TRIGGER memberships_never_deleted BEFORE DELETE ON "memberships" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER memberships_never_emptied BEFORE TRUNCATE ON "memberships" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER memberships_never_rewritten BEFORE UPDATE ON "memberships" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_superseding();
--> statement-breakpoint
CREATE TRIGGER agreement_versions_never_deleted BEFORE DELETE ON "agreement_versions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agreement_versions_never_emptied BEFORE TRUNCATE ON "agreement_versions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agreement_versions_never_rewritten BEFORE UPDATE ON "agreement_versions" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_closing();
--> statement-breakpoint
CREATE TRIGGER stage_periods_never_deleted BEFORE DELETE ON "stage_periods" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER stage_periods_never_emptied BEFORE TRUNCATE ON "stage_periods" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER stage_periods_never_rewritten BEFORE UPDATE ON "stage_periods" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_closing();
--> statement-breakpoint
CREATE TRIGGER flag_periods_never_deleted BEFORE DELETE ON "flag_periods" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER flag_periods_never_emptied BEFORE TRUNCATE ON "flag_periods" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER flag_periods_never_rewritten BEFORE UPDATE ON "flag_periods" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_closing();
--> statement-breakpoint
CREATE TRIGGER expectations_never_deleted BEFORE DELETE ON "expectations" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER expectations_never_emptied BEFORE TRUNCATE ON "expectations" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER expectations_never_rewritten BEFORE UPDATE ON "expectations" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_closing();
--> statement-breakpoint
CREATE TRIGGER contradictions_never_deleted BEFORE DELETE ON "contradictions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER contradictions_never_emptied BEFORE TRUNCATE ON "contradictions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER contradictions_never_rewritten BEFORE UPDATE ON "contradictions" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_closing();
--> statement-breakpoint
CREATE TRIGGER search_documents_never_deleted BEFORE DELETE ON "search_documents" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER search_documents_never_emptied BEFORE TRUNCATE ON "search_documents" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER search_documents_never_rewritten BEFORE UPDATE ON "search_documents" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_closing();
--> statement-breakpoint
CREATE TRIGGER changes_never_deleted BEFORE DELETE OR UPDATE ON "changes" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER changes_never_emptied BEFORE TRUNCATE ON "changes" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agreements_never_deleted BEFORE DELETE OR UPDATE ON "agreements" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agreements_never_emptied BEFORE TRUNCATE ON "agreements" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agreement_sides_never_deleted BEFORE DELETE OR UPDATE ON "agreement_sides" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agreement_sides_never_emptied BEFORE TRUNCATE ON "agreement_sides" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agreement_tags_never_deleted BEFORE DELETE OR UPDATE ON "agreement_tags" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agreement_tags_never_emptied BEFORE TRUNCATE ON "agreement_tags" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION keep_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.url, NEW.recorded_at) IS DISTINCT FROM (OLD.id, OLD.url, OLD.recorded_at) THEN
    RAISE EXCEPTION 'sources is append-only: a source keeps its address';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER sources_never_deleted BEFORE DELETE ON "sources" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER sources_never_emptied BEFORE TRUNCATE ON "sources" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER sources_never_moved BEFORE UPDATE ON "sources" FOR EACH ROW EXECUTE FUNCTION keep_source();
--> statement-breakpoint
CREATE FUNCTION keep_share() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL
    OR (NEW.hash, NEW.body, NEW.recorded_at) IS DISTINCT FROM (OLD.hash, OLD.body, OLD.recorded_at) THEN
    RAISE EXCEPTION 'shares is append-only: a frozen view may be withdrawn, once, and nothing else';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER shares_never_deleted BEFORE DELETE ON "shares" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER shares_never_emptied BEFORE TRUNCATE ON "shares" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER shares_never_rewritten BEFORE UPDATE ON "shares" FOR EACH ROW EXECUTE FUNCTION keep_share();
--> statement-breakpoint
-- Locked by whoever writes, on any node, for the length of the transaction; it never holds a row.
CREATE TABLE "writing_turn" ("nothing" boolean);
--> statement-breakpoint
-- The highest place in the audit log that was ever given, so that a log whose end was cut is found out.
CREATE TABLE "change_counter" ("last" integer NOT NULL);
--> statement-breakpoint
INSERT INTO "change_counter" VALUES (0);
--> statement-breakpoint
CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM changes WHERE sequence > NEW.sequence) THEN
    UPDATE change_counter SET last = NEW.sequence WHERE last < NEW.sequence;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- At the end of a transaction, so that a long import writes the counter once.
CREATE CONSTRAINT TRIGGER changes_counted AFTER INSERT ON "changes" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_change();
--> statement-breakpoint
-- The words of a text as FTS5's unicode61 takes them: lower case, Latin letters without marks, other accents gone.
-- Letters are told by Unicode where the server has it (ICU), whatever language the database was made for.
DO $$
DECLARE
  unicode text := (SELECT quote_ident(collname) FROM pg_collation WHERE collname IN ('und-x-icu', 'default') ORDER BY collname DESC LIMIT 1);
BEGIN
  EXECUTE format($f$
    CREATE FUNCTION search_words(body text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $w$
      SELECT array_to_tsvector(coalesce(array_agg(DISTINCT left(word, 200)), '{}'))
      FROM regexp_split_to_table(
        translate(regexp_replace(normalize(regexp_replace(normalize(lower(body COLLATE %1$s), NFD),
          '([a-z])[\u0300-\u036f]+', '\1', 'g'), NFC), '[\u0300-\u0331]', '', 'g'), 'ς', 'σ') COLLATE %1$s,
        '[^[:alnum:]]+') AS word
      WHERE word <> ''
    $w$ $f$, unicode);
END $$;
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "words" tsvector NOT NULL;
--> statement-breakpoint
CREATE FUNCTION index_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.words := search_words(NEW.body);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER search_documents_indexed BEFORE INSERT ON "search_documents" FOR EACH ROW EXECUTE FUNCTION index_document();
--> statement-breakpoint
CREATE INDEX "search_documents_by_word" ON "search_documents" USING gin ("words");
--> statement-breakpoint
-- A key of an index may have 2704 bytes here, and an address more.
ALTER TABLE "sources" DROP CONSTRAINT "sources_url_unique";
--> statement-breakpoint
CREATE UNIQUE INDEX "sources_url_unique" ON "sources" (md5("url"));
