CREATE TABLE `acts` (
	`id` text PRIMARY KEY NOT NULL,
	`agreement_id` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`date` text NOT NULL,
	`effective_on` text,
	`certainty` text NOT NULL,
	`how` text,
	`round` integer,
	`place` text,
	`title` text,
	`note` text,
	`participants` text NOT NULL,
	`supersedes` text,
	`reason` text,
	`withdrawal` integer DEFAULT false NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	`superseded_at` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "acts_kind" CHECK("acts"."kind" in ('proposed', 'consultations', 'talks', 'resumed', 'paused', 'reopened', 'text-agreed', 'initialled', 'signed', 'approved', 'ratified', 'accepted', 'acceded', 'notified', 'provisional-start', 'in-force', 'in-effect', 'provisional-end', 'registered', 'suspended', 'reinstated', 'notice', 'ended', 'discontinued', 'not-pursued', 'meeting', 'call', 'statement', 'refusal', 'aid')),
	CONSTRAINT "acts_actor" CHECK("acts"."actor" in ('side1', 'side2', 'both', 'third')),
	CONSTRAINT "acts_certainty" CHECK("acts"."certainty" in ('done', 'reported', 'announced', 'expected'))
);
--> statement-breakpoint
CREATE INDEX `acts_by_agreement` ON `acts` (`agreement_id`,`recorded_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `acts_superseded_once` ON `acts` (`supersedes`);--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`recorded_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_slug_unique` ON `agreements` (`slug`);--> statement-breakpoint
CREATE TABLE `changes` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_at` text NOT NULL,
	`agreement_id` integer,
	`revision` integer,
	`verb` text NOT NULL,
	`changed_by` text NOT NULL,
	`reason` text,
	`before` text,
	`after` text,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `changes_by_agreement` ON `changes` (`agreement_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `changes_by_time` ON `changes` (`recorded_at`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `changes_one_revision` ON `changes` (`agreement_id`,`revision`);--> statement-breakpoint
CREATE TABLE `checks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`checked_on` text NOT NULL,
	`latest` text NOT NULL,
	`note` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	`superseded_at` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `checks_by_agreement` ON `checks` (`agreement_id`,`latest`);--> statement-breakpoint
CREATE TABLE `citations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`agreement_id` integer,
	`field` text,
	`source_id` text NOT NULL,
	`stance` text NOT NULL,
	`quote` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	`superseded_at` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "citations_stance" CHECK("citations"."stance" in ('supports', 'contradicts'))
);
--> statement-breakpoint
CREATE INDEX `citations_by_subject` ON `citations` (`subject`);--> statement-breakpoint
CREATE INDEX `citations_by_agreement` ON `citations` (`agreement_id`,`source_id`);--> statement-breakpoint
CREATE INDEX `citations_by_source` ON `citations` (`source_id`);--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`agreement_id` integer,
	`framework` text,
	`by_country` text,
	`category` text NOT NULL,
	`amount` real,
	`currency` text,
	`qualifier` text,
	`unit` text,
	`period` text,
	`description` text NOT NULL,
	`share_note` text,
	`written_in_agreement` integer,
	`certainty` text NOT NULL,
	`note` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	`superseded_at` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework`) REFERENCES `frameworks`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commitments_certainty" CHECK("commitments"."certainty" in ('done', 'reported', 'announced', 'expected'))
);
--> statement-breakpoint
CREATE INDEX `commitments_by_agreement` ON `commitments` (`agreement_id`);--> statement-breakpoint
CREATE TABLE `conflicts` (
	`id` text PRIMARY KEY NOT NULL,
	`agreement_id` integer,
	`framework` text,
	`topic` text NOT NULL,
	`about` text NOT NULL,
	`conflict_values` text NOT NULL,
	`note` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	`superseded_at` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework`) REFERENCES `frameworks`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conflicts_by_agreement` ON `conflicts` (`agreement_id`);--> statement-breakpoint
CREATE TABLE `contradictions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`code` text NOT NULL,
	`acts` text NOT NULL,
	`valid_from` text NOT NULL,
	`known_from` text NOT NULL,
	`known_to` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contradictions_by_agreement` ON `contradictions` (`agreement_id`);--> statement-breakpoint
CREATE TABLE `counting_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`only` text NOT NULL,
	`states_only` integer NOT NULL,
	`counts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `countries` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`official_name` text,
	`kind` text NOT NULL,
	`until` text,
	`names` text NOT NULL,
	`aliases` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `expectations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`act_id` text NOT NULL,
	`kind` text NOT NULL,
	`date` text NOT NULL,
	`certainty` text NOT NULL,
	`earliest` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text NOT NULL,
	`met_by` text,
	`slip_days` integer,
	`known_from` text NOT NULL,
	`known_to` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`act_id`) REFERENCES `acts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `expectations_by_agreement` ON `expectations` (`agreement_id`,`valid_from`,`valid_to`);--> statement-breakpoint
CREATE TABLE `flag_periods` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`flag` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text NOT NULL,
	`known_from` text NOT NULL,
	`known_to` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "flag_periods_flag" CHECK("flag_periods"."flag" in ('disputed', 'overdue', 'stalled', 'unsourced', 'stale'))
);
--> statement-breakpoint
CREATE INDEX `flag_periods_by_agreement` ON `flag_periods` (`agreement_id`,`flag`);--> statement-breakpoint
CREATE INDEX `flag_periods_by_flag` ON `flag_periods` (`flag`,`valid_from`,`valid_to`);--> statement-breakpoint
CREATE TABLE `frameworks` (
	`slug` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`short_title` text NOT NULL,
	`kind` text NOT NULL,
	`adopted_on` text,
	`place` text,
	`summary` text,
	`recorded_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`framework` text NOT NULL,
	`country` text NOT NULL,
	`status` text NOT NULL,
	`date` text,
	`certainty` text NOT NULL,
	`note` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	`superseded_at` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`framework`) REFERENCES `frameworks`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_by_framework` ON `memberships` (`framework`,`country`);--> statement-breakpoint
CREATE INDEX `memberships_by_country` ON `memberships` (`country`);--> statement-breakpoint
CREATE TABLE `moments` (
	`id` text PRIMARY KEY NOT NULL,
	`framework` text NOT NULL,
	`date` text NOT NULL,
	`label` text NOT NULL,
	`featured` integer NOT NULL,
	FOREIGN KEY (`framework`) REFERENCES `frameworks`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `search_documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`body` text NOT NULL,
	`known_from` text NOT NULL,
	`known_to` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `search_documents_by_agreement` ON `search_documents` (`agreement_id`);--> statement-breakpoint
CREATE TABLE `agreement_sides` (
	`version_id` integer NOT NULL,
	`side` integer NOT NULL,
	`country` text NOT NULL,
	PRIMARY KEY(`version_id`, `side`, `country`),
	FOREIGN KEY (`version_id`) REFERENCES `agreement_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sides_by_country` ON `agreement_sides` (`country`,`version_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`publisher` text,
	`title` text,
	`published_on` text,
	`language` text,
	`note` text,
	`archived_url` text,
	`recorded_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_url_unique` ON `sources` (`url`);--> statement-breakpoint
CREATE TABLE `stage_periods` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`stage` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_from_latest` text NOT NULL,
	`valid_to` text NOT NULL,
	`step` integer NOT NULL,
	`transition` text NOT NULL,
	`acts` text NOT NULL,
	`days_since_talks` integer,
	`known_from` text NOT NULL,
	`known_to` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_periods_stage" CHECK("stage_periods"."stage" in ('unknown', 'proposed', 'negotiating', 'paused', 'text-agreed', 'initialled', 'signed', 'consenting', 'in-force', 'in-effect', 'ended', 'discontinued', 'not-pursued')),
	CONSTRAINT "stage_periods_days" CHECK(length("stage_periods"."valid_from") = 10 and length("stage_periods"."valid_to") = 10 and "stage_periods"."valid_from" <= "stage_periods"."valid_to")
);
--> statement-breakpoint
CREATE INDEX `stage_periods_by_agreement` ON `stage_periods` (`agreement_id`,`valid_from`,`valid_to`);--> statement-breakpoint
CREATE INDEX `stage_periods_by_stage` ON `stage_periods` (`stage`,`valid_from`,`valid_to`);--> statement-breakpoint
CREATE TABLE `agreement_tags` (
	`version_id` integer NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`version_id`, `tag`),
	FOREIGN KEY (`version_id`) REFERENCES `agreement_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tags_by_tag` ON `agreement_tags` (`tag`,`version_id`);--> statement-breakpoint
CREATE TABLE `agreement_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`title` text NOT NULL,
	`title_note` text,
	`type` text NOT NULL,
	`profile` text,
	`framework` text,
	`sides` text NOT NULL,
	`party_key` text NOT NULL,
	`tags` text NOT NULL,
	`list_numbers` text NOT NULL,
	`duration_years` real,
	`duration_note` text,
	`summary` text,
	`legal_note` text,
	`status_note` text,
	`known_from` text NOT NULL,
	`known_to` text DEFAULT '9999-12-31T23:59:59.999Z' NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework`) REFERENCES `frameworks`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `versions_by_agreement` ON `agreement_versions` (`agreement_id`,`known_from`);--> statement-breakpoint
CREATE INDEX `versions_by_type` ON `agreement_versions` (`type`);--> statement-breakpoint
CREATE INDEX `versions_by_framework` ON `agreement_versions` (`framework`);