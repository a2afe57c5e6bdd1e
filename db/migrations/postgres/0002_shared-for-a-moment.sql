-- Another word after every commit of ours, set by the transaction itself.
CREATE TABLE "record_revision" ("word" text NOT NULL);
--> statement-breakpoint
INSERT INTO "record_revision" VALUES (gen_random_uuid()::text);
--> statement-breakpoint
-- What all nodes share for a moment: it is not written to the log, and gone after a crash.
CREATE UNLOGGED TABLE "permits" (
	"bucket" text COLLATE "C" PRIMARY KEY,
	-- How many there are, how many there were before the last was asked for, and when that was.
	"left" double precision NOT NULL,
	"had" double precision NOT NULL,
	"at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX "permits_by_time" ON "permits" ("at");
--> statement-breakpoint
CREATE UNLOGGED TABLE "notes" (
	"name" text COLLATE "C" PRIMARY KEY,
	"body" text NOT NULL,
	"until" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX "notes_by_time" ON "notes" ("until");
