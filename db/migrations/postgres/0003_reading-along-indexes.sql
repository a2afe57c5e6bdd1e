CREATE INDEX "acts_by_place" ON "acts" USING btree ("place","superseded_at") WHERE "acts"."place" is not null;--> statement-breakpoint
CREATE INDEX "commitments_by_framework" ON "commitments" USING btree ("framework");--> statement-breakpoint
CREATE INDEX "conflicts_by_framework" ON "conflicts" USING btree ("framework");--> statement-breakpoint
CREATE INDEX "sources_by_publication" ON "sources" USING btree (coalesce("published_on", ''),"id");