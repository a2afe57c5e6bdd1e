-- Recorded facts are append-only: a row may once be given its end, and nothing else may happen to it.
CREATE TRIGGER `acts_never_deleted` BEFORE DELETE ON `acts` BEGIN SELECT RAISE(ABORT, 'acts is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `acts_never_rewritten` BEFORE UPDATE ON `acts` WHEN OLD.`superseded_at` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`agreement_id` IS NOT OLD.`agreement_id` OR NEW.`kind` IS NOT OLD.`kind` OR NEW.`actor` IS NOT OLD.`actor` OR NEW.`date` IS NOT OLD.`date` OR NEW.`effective_on` IS NOT OLD.`effective_on` OR NEW.`certainty` IS NOT OLD.`certainty` OR NEW.`how` IS NOT OLD.`how` OR NEW.`round` IS NOT OLD.`round` OR NEW.`place` IS NOT OLD.`place` OR NEW.`title` IS NOT OLD.`title` OR NEW.`note` IS NOT OLD.`note` OR NEW.`participants` IS NOT OLD.`participants` OR NEW.`supersedes` IS NOT OLD.`supersedes` OR NEW.`reason` IS NOT OLD.`reason` OR NEW.`withdrawal` IS NOT OLD.`withdrawal` OR NEW.`recorded_at` IS NOT OLD.`recorded_at` OR NEW.`recorded_by` IS NOT OLD.`recorded_by` BEGIN SELECT RAISE(ABORT, 'acts is append-only: only superseded_at may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `commitments_never_deleted` BEFORE DELETE ON `commitments` BEGIN SELECT RAISE(ABORT, 'commitments is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `commitments_never_rewritten` BEFORE UPDATE ON `commitments` WHEN OLD.`superseded_at` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`agreement_id` IS NOT OLD.`agreement_id` OR NEW.`framework` IS NOT OLD.`framework` OR NEW.`by_country` IS NOT OLD.`by_country` OR NEW.`category` IS NOT OLD.`category` OR NEW.`amount` IS NOT OLD.`amount` OR NEW.`currency` IS NOT OLD.`currency` OR NEW.`qualifier` IS NOT OLD.`qualifier` OR NEW.`unit` IS NOT OLD.`unit` OR NEW.`period` IS NOT OLD.`period` OR NEW.`description` IS NOT OLD.`description` OR NEW.`share_note` IS NOT OLD.`share_note` OR NEW.`written_in_agreement` IS NOT OLD.`written_in_agreement` OR NEW.`certainty` IS NOT OLD.`certainty` OR NEW.`note` IS NOT OLD.`note` OR NEW.`recorded_at` IS NOT OLD.`recorded_at` OR NEW.`recorded_by` IS NOT OLD.`recorded_by` BEGIN SELECT RAISE(ABORT, 'commitments is append-only: only superseded_at may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `conflicts_never_deleted` BEFORE DELETE ON `conflicts` BEGIN SELECT RAISE(ABORT, 'conflicts is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `conflicts_never_rewritten` BEFORE UPDATE ON `conflicts` WHEN OLD.`superseded_at` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`agreement_id` IS NOT OLD.`agreement_id` OR NEW.`framework` IS NOT OLD.`framework` OR NEW.`topic` IS NOT OLD.`topic` OR NEW.`about` IS NOT OLD.`about` OR NEW.`conflict_values` IS NOT OLD.`conflict_values` OR NEW.`note` IS NOT OLD.`note` OR NEW.`recorded_at` IS NOT OLD.`recorded_at` OR NEW.`recorded_by` IS NOT OLD.`recorded_by` BEGIN SELECT RAISE(ABORT, 'conflicts is append-only: only superseded_at may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `citations_never_deleted` BEFORE DELETE ON `citations` BEGIN SELECT RAISE(ABORT, 'citations is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `citations_never_rewritten` BEFORE UPDATE ON `citations` WHEN OLD.`superseded_at` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`subject` IS NOT OLD.`subject` OR NEW.`agreement_id` IS NOT OLD.`agreement_id` OR NEW.`field` IS NOT OLD.`field` OR NEW.`source_id` IS NOT OLD.`source_id` OR NEW.`stance` IS NOT OLD.`stance` OR NEW.`quote` IS NOT OLD.`quote` OR NEW.`recorded_at` IS NOT OLD.`recorded_at` OR NEW.`recorded_by` IS NOT OLD.`recorded_by` BEGIN SELECT RAISE(ABORT, 'citations is append-only: only superseded_at may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `checks_never_deleted` BEFORE DELETE ON `checks` BEGIN SELECT RAISE(ABORT, 'checks is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `checks_never_rewritten` BEFORE UPDATE ON `checks` WHEN OLD.`superseded_at` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`agreement_id` IS NOT OLD.`agreement_id` OR NEW.`checked_on` IS NOT OLD.`checked_on` OR NEW.`latest` IS NOT OLD.`latest` OR NEW.`note` IS NOT OLD.`note` OR NEW.`recorded_at` IS NOT OLD.`recorded_at` OR NEW.`recorded_by` IS NOT OLD.`recorded_by` BEGIN SELECT RAISE(ABORT, 'checks is append-only: only superseded_at may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `memberships_never_deleted` BEFORE DELETE ON `memberships` BEGIN SELECT RAISE(ABORT, 'memberships is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `memberships_never_rewritten` BEFORE UPDATE ON `memberships` WHEN OLD.`superseded_at` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`framework` IS NOT OLD.`framework` OR NEW.`country` IS NOT OLD.`country` OR NEW.`status` IS NOT OLD.`status` OR NEW.`date` IS NOT OLD.`date` OR NEW.`certainty` IS NOT OLD.`certainty` OR NEW.`note` IS NOT OLD.`note` OR NEW.`recorded_at` IS NOT OLD.`recorded_at` OR NEW.`recorded_by` IS NOT OLD.`recorded_by` BEGIN SELECT RAISE(ABORT, 'memberships is append-only: only superseded_at may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `agreement_versions_never_deleted` BEFORE DELETE ON `agreement_versions` BEGIN SELECT RAISE(ABORT, 'agreement_versions is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `agreement_versions_never_rewritten` BEFORE UPDATE ON `agreement_versions` WHEN OLD.`known_to` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`agreement_id` IS NOT OLD.`agreement_id` OR NEW.`title` IS NOT OLD.`title` OR NEW.`title_note` IS NOT OLD.`title_note` OR NEW.`type` IS NOT OLD.`type` OR NEW.`profile` IS NOT OLD.`profile` OR NEW.`framework` IS NOT OLD.`framework` OR NEW.`sides` IS NOT OLD.`sides` OR NEW.`party_key` IS NOT OLD.`party_key` OR NEW.`tags` IS NOT OLD.`tags` OR NEW.`list_numbers` IS NOT OLD.`list_numbers` OR NEW.`duration_years` IS NOT OLD.`duration_years` OR NEW.`duration_note` IS NOT OLD.`duration_note` OR NEW.`summary` IS NOT OLD.`summary` OR NEW.`legal_note` IS NOT OLD.`legal_note` OR NEW.`status_note` IS NOT OLD.`status_note` OR NEW.`known_from` IS NOT OLD.`known_from` BEGIN SELECT RAISE(ABORT, 'agreement_versions is append-only: only known_to may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `stage_periods_never_deleted` BEFORE DELETE ON `stage_periods` BEGIN SELECT RAISE(ABORT, 'stage_periods is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `stage_periods_never_rewritten` BEFORE UPDATE ON `stage_periods` WHEN OLD.`known_to` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`agreement_id` IS NOT OLD.`agreement_id` OR NEW.`stage` IS NOT OLD.`stage` OR NEW.`valid_from` IS NOT OLD.`valid_from` OR NEW.`valid_from_latest` IS NOT OLD.`valid_from_latest` OR NEW.`valid_to` IS NOT OLD.`valid_to` OR NEW.`step` IS NOT OLD.`step` OR NEW.`transition` IS NOT OLD.`transition` OR NEW.`acts` IS NOT OLD.`acts` OR NEW.`days_since_talks` IS NOT OLD.`days_since_talks` OR NEW.`known_from` IS NOT OLD.`known_from` BEGIN SELECT RAISE(ABORT, 'stage_periods is append-only: only known_to may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `flag_periods_never_deleted` BEFORE DELETE ON `flag_periods` BEGIN SELECT RAISE(ABORT, 'flag_periods is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `flag_periods_never_rewritten` BEFORE UPDATE ON `flag_periods` WHEN OLD.`known_to` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`agreement_id` IS NOT OLD.`agreement_id` OR NEW.`flag` IS NOT OLD.`flag` OR NEW.`valid_from` IS NOT OLD.`valid_from` OR NEW.`valid_to` IS NOT OLD.`valid_to` OR NEW.`known_from` IS NOT OLD.`known_from` BEGIN SELECT RAISE(ABORT, 'flag_periods is append-only: only known_to may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `expectations_never_deleted` BEFORE DELETE ON `expectations` BEGIN SELECT RAISE(ABORT, 'expectations is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `expectations_never_rewritten` BEFORE UPDATE ON `expectations` WHEN OLD.`known_to` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`agreement_id` IS NOT OLD.`agreement_id` OR NEW.`act_id` IS NOT OLD.`act_id` OR NEW.`kind` IS NOT OLD.`kind` OR NEW.`date` IS NOT OLD.`date` OR NEW.`certainty` IS NOT OLD.`certainty` OR NEW.`earliest` IS NOT OLD.`earliest` OR NEW.`valid_from` IS NOT OLD.`valid_from` OR NEW.`valid_to` IS NOT OLD.`valid_to` OR NEW.`met_by` IS NOT OLD.`met_by` OR NEW.`slip_days` IS NOT OLD.`slip_days` OR NEW.`known_from` IS NOT OLD.`known_from` BEGIN SELECT RAISE(ABORT, 'expectations is append-only: only known_to may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `contradictions_never_deleted` BEFORE DELETE ON `contradictions` BEGIN SELECT RAISE(ABORT, 'contradictions is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `contradictions_never_rewritten` BEFORE UPDATE ON `contradictions` WHEN OLD.`known_to` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`agreement_id` IS NOT OLD.`agreement_id` OR NEW.`code` IS NOT OLD.`code` OR NEW.`acts` IS NOT OLD.`acts` OR NEW.`valid_from` IS NOT OLD.`valid_from` OR NEW.`known_from` IS NOT OLD.`known_from` BEGIN SELECT RAISE(ABORT, 'contradictions is append-only: only known_to may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_never_deleted` BEFORE DELETE ON `search_documents` BEGIN SELECT RAISE(ABORT, 'search_documents is append-only: rows are superseded, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_never_rewritten` BEFORE UPDATE ON `search_documents` WHEN OLD.`known_to` <> '9999-12-31T23:59:59.999Z' OR NEW.`id` IS NOT OLD.`id` OR NEW.`agreement_id` IS NOT OLD.`agreement_id` OR NEW.`body` IS NOT OLD.`body` OR NEW.`known_from` IS NOT OLD.`known_from` BEGIN SELECT RAISE(ABORT, 'search_documents is append-only: only known_to may be set, once'); END;
--> statement-breakpoint
CREATE TRIGGER `changes_never_deleted` BEFORE DELETE ON `changes` BEGIN SELECT RAISE(ABORT, 'changes is append-only: rows are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `changes_never_rewritten` BEFORE UPDATE ON `changes` BEGIN SELECT RAISE(ABORT, 'changes is append-only: rows are never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `agreements_never_deleted` BEFORE DELETE ON `agreements` BEGIN SELECT RAISE(ABORT, 'agreements is append-only: rows are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `agreements_never_rewritten` BEFORE UPDATE ON `agreements` BEGIN SELECT RAISE(ABORT, 'agreements is append-only: rows are never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `agreement_sides_never_deleted` BEFORE DELETE ON `agreement_sides` BEGIN SELECT RAISE(ABORT, 'agreement_sides is append-only: rows are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `agreement_sides_never_rewritten` BEFORE UPDATE ON `agreement_sides` BEGIN SELECT RAISE(ABORT, 'agreement_sides is append-only: rows are never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `agreement_tags_never_deleted` BEFORE DELETE ON `agreement_tags` BEGIN SELECT RAISE(ABORT, 'agreement_tags is append-only: rows are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `agreement_tags_never_rewritten` BEFORE UPDATE ON `agreement_tags` BEGIN SELECT RAISE(ABORT, 'agreement_tags is append-only: rows are never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `sources_never_deleted` BEFORE DELETE ON `sources` BEGIN SELECT RAISE(ABORT, 'sources is append-only: rows are never deleted'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(`body`, content='search_documents', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
--> statement-breakpoint
CREATE TRIGGER `search_documents_indexed` AFTER INSERT ON `search_documents` BEGIN INSERT INTO `search_index`(rowid, `body`) VALUES (NEW.`id`, NEW.`body`); END;
