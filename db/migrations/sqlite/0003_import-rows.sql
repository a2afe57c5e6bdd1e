CREATE TABLE `import_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`import_id` text NOT NULL,
	`row` integer NOT NULL,
	`agreement_id` integer NOT NULL,
	`result` text NOT NULL,
	`list_key` text,
	`row_hash` text NOT NULL,
	CONSTRAINT "import_rows_result" CHECK("import_rows"."result" in ('create', 'update'))
);
--> statement-breakpoint
CREATE INDEX `import_rows_by_import` ON `import_rows` (`import_id`,`row`);--> statement-breakpoint
CREATE INDEX `import_rows_by_list_key` ON `import_rows` (`list_key`);--> statement-breakpoint
CREATE INDEX `import_rows_by_hash` ON `import_rows` (`row_hash`);