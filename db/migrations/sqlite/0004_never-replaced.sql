-- INSERT OR REPLACE and UPDATE OR REPLACE fire no trigger of a deletion where recursive_triggers is off, as it is in
-- every connection that is not ours. So a key that is taken is refused before anything is replaced.
CREATE TRIGGER `acts_never_replaced` BEFORE INSERT ON `acts` WHEN EXISTS (SELECT 1 FROM `acts` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `acts` WHERE `supersedes` = NEW.`supersedes`) OR EXISTS (SELECT 1 FROM `acts` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'acts is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `acts_never_moved` BEFORE UPDATE ON `acts` WHEN NEW.rowid IS NOT OLD.rowid BEGIN SELECT RAISE(ABORT, 'acts is append-only: rows are never moved'); END;
--> statement-breakpoint
CREATE TRIGGER `agreement_sides_never_replaced` BEFORE INSERT ON `agreement_sides` WHEN EXISTS (SELECT 1 FROM `agreement_sides` WHERE `version_id` = NEW.`version_id` AND `side` = NEW.`side` AND `country` = NEW.`country`) OR EXISTS (SELECT 1 FROM `agreement_sides` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'agreement_sides is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `agreement_sides_never_moved` BEFORE UPDATE ON `agreement_sides` WHEN NEW.rowid IS NOT OLD.rowid BEGIN SELECT RAISE(ABORT, 'agreement_sides is append-only: rows are never moved'); END;
--> statement-breakpoint
CREATE TRIGGER `agreement_tags_never_replaced` BEFORE INSERT ON `agreement_tags` WHEN EXISTS (SELECT 1 FROM `agreement_tags` WHERE `version_id` = NEW.`version_id` AND `tag` = NEW.`tag`) OR EXISTS (SELECT 1 FROM `agreement_tags` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'agreement_tags is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `agreement_tags_never_moved` BEFORE UPDATE ON `agreement_tags` WHEN NEW.rowid IS NOT OLD.rowid BEGIN SELECT RAISE(ABORT, 'agreement_tags is append-only: rows are never moved'); END;
--> statement-breakpoint
CREATE TRIGGER `agreement_versions_never_replaced` BEFORE INSERT ON `agreement_versions` WHEN EXISTS (SELECT 1 FROM `agreement_versions` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'agreement_versions is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `agreements_never_replaced` BEFORE INSERT ON `agreements` WHEN EXISTS (SELECT 1 FROM `agreements` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `agreements` WHERE `slug` = NEW.`slug`) BEGIN SELECT RAISE(ABORT, 'agreements is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `changes_never_replaced` BEFORE INSERT ON `changes` WHEN EXISTS (SELECT 1 FROM `changes` WHERE `sequence` = NEW.`sequence`) OR EXISTS (SELECT 1 FROM `changes` WHERE `agreement_id` = NEW.`agreement_id` AND `revision` = NEW.`revision`) BEGIN SELECT RAISE(ABORT, 'changes is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `checks_never_replaced` BEFORE INSERT ON `checks` WHEN EXISTS (SELECT 1 FROM `checks` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'checks is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `citations_never_replaced` BEFORE INSERT ON `citations` WHEN EXISTS (SELECT 1 FROM `citations` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'citations is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `commitments_never_replaced` BEFORE INSERT ON `commitments` WHEN EXISTS (SELECT 1 FROM `commitments` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `commitments` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'commitments is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `commitments_never_moved` BEFORE UPDATE ON `commitments` WHEN NEW.rowid IS NOT OLD.rowid BEGIN SELECT RAISE(ABORT, 'commitments is append-only: rows are never moved'); END;
--> statement-breakpoint
CREATE TRIGGER `conflicts_never_replaced` BEFORE INSERT ON `conflicts` WHEN EXISTS (SELECT 1 FROM `conflicts` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `conflicts` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'conflicts is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `conflicts_never_moved` BEFORE UPDATE ON `conflicts` WHEN NEW.rowid IS NOT OLD.rowid BEGIN SELECT RAISE(ABORT, 'conflicts is append-only: rows are never moved'); END;
--> statement-breakpoint
CREATE TRIGGER `contradictions_never_replaced` BEFORE INSERT ON `contradictions` WHEN EXISTS (SELECT 1 FROM `contradictions` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'contradictions is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `expectations_never_replaced` BEFORE INSERT ON `expectations` WHEN EXISTS (SELECT 1 FROM `expectations` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'expectations is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `flag_periods_never_replaced` BEFORE INSERT ON `flag_periods` WHEN EXISTS (SELECT 1 FROM `flag_periods` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'flag_periods is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `memberships_never_replaced` BEFORE INSERT ON `memberships` WHEN EXISTS (SELECT 1 FROM `memberships` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `memberships` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'memberships is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `memberships_never_moved` BEFORE UPDATE ON `memberships` WHEN NEW.rowid IS NOT OLD.rowid BEGIN SELECT RAISE(ABORT, 'memberships is append-only: rows are never moved'); END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_never_replaced` BEFORE INSERT ON `search_documents` WHEN EXISTS (SELECT 1 FROM `search_documents` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'search_documents is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `sources_never_replaced` BEFORE INSERT ON `sources` WHEN EXISTS (SELECT 1 FROM `sources` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `sources` WHERE `url` = NEW.`url`) OR EXISTS (SELECT 1 FROM `sources` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'sources is append-only: rows are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `sources_never_moved` BEFORE UPDATE ON `sources` WHEN NEW.rowid IS NOT OLD.rowid OR NEW.`id` IS NOT OLD.`id` OR NEW.`url` IS NOT OLD.`url` OR NEW.`recorded_at` IS NOT OLD.`recorded_at` BEGIN SELECT RAISE(ABORT, 'sources is append-only: rows are never moved'); END;
--> statement-breakpoint
CREATE TRIGGER `stage_periods_never_replaced` BEFORE INSERT ON `stage_periods` WHEN EXISTS (SELECT 1 FROM `stage_periods` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'stage_periods is append-only: rows are never replaced'); END;
