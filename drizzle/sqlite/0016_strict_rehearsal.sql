CREATE TABLE `__new_rehearsal` (
	`id` integer PRIMARY KEY NOT NULL,
	`offset_ms` integer NOT NULL,
	`moved_at` integer NOT NULL,
	CONSTRAINT "rehearsal_one" CHECK("__new_rehearsal"."id" = 1),
	CONSTRAINT "rehearsal_offset_ms" CHECK("__new_rehearsal"."offset_ms" >= 0)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_rehearsal`("id", "offset_ms", "moved_at") SELECT "id", "offset_ms", "moved_at" FROM `rehearsal`;
--> statement-breakpoint
DROP TABLE `rehearsal`;
--> statement-breakpoint
ALTER TABLE `__new_rehearsal` RENAME TO `rehearsal`;
--> statement-breakpoint
CREATE TABLE `__new_secret_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`first_used_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_secret_keys`("id", "first_used_at") SELECT "id", "first_used_at" FROM `secret_keys`;
--> statement-breakpoint
DROP TABLE `secret_keys`;
--> statement-breakpoint
ALTER TABLE `__new_secret_keys` RENAME TO `secret_keys`;
