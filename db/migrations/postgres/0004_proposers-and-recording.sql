CREATE INDEX "proposals_by_proposer" ON "proposals" USING btree ("proposed_by","proposed_at");--> statement-breakpoint
CREATE INDEX "sources_by_recording" ON "sources" USING btree ("recorded_at");