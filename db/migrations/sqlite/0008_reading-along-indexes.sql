CREATE INDEX `acts_by_place` ON `acts` (`place`,`superseded_at`) WHERE "acts"."place" is not null;--> statement-breakpoint
CREATE INDEX `commitments_by_framework` ON `commitments` (`framework`);--> statement-breakpoint
CREATE INDEX `conflicts_by_framework` ON `conflicts` (`framework`);--> statement-breakpoint
CREATE INDEX `sources_by_publication` ON `sources` (coalesce("published_on", ''),`id`);