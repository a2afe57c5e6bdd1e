CREATE TABLE `shares` (
	`hash` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`recorded_at` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by` text,
	`withdrawn_reason` text
);
--> statement-breakpoint
CREATE INDEX `shares_by_time` ON `shares` (`recorded_at`);--> statement-breakpoint
CREATE TRIGGER `shares_never_deleted` BEFORE DELETE ON `shares` BEGIN SELECT RAISE(ABORT, 'shares is append-only: rows are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `shares_never_rewritten` BEFORE UPDATE ON `shares` WHEN OLD.`withdrawn_at` IS NOT NULL OR NEW.`hash` IS NOT OLD.`hash` OR NEW.`body` IS NOT OLD.`body` OR NEW.`recorded_at` IS NOT OLD.`recorded_at` BEGIN SELECT RAISE(ABORT, 'shares is append-only: a frozen view may be withdrawn, once, and nothing else'); END;
