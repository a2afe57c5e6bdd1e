CREATE INDEX `changes_by_writer` ON `changes` (`changed_by`,`sequence`);--> statement-breakpoint
CREATE INDEX `changes_by_verb` ON `changes` (`verb`,`sequence`);