CREATE TABLE `rehearsal` (
	`id` integer PRIMARY KEY NOT NULL,
	`offset_ms` integer NOT NULL,
	`moved_at` integer NOT NULL,
	CONSTRAINT "rehearsal_one" CHECK("rehearsal"."id" = 1),
	CONSTRAINT "rehearsal_offset_ms" CHECK("rehearsal"."offset_ms" >= 0)
);
--> statement-breakpoint
CREATE TABLE `secret_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`first_used_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `client_secrets` ADD `key_id` text;--> statement-breakpoint
ALTER TABLE `client_secrets` ADD `sealed` text;