CREATE INDEX `proposals_by_proposer` ON `proposals` (`proposed_by`,`proposed_at`);--> statement-breakpoint
CREATE INDEX `sources_by_recording` ON `sources` (`recorded_at`);