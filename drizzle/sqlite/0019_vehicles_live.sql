CREATE TABLE `permission_uses` (
	`connection_id` text NOT NULL,
	`permission` text NOT NULL,
	`last_used_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `permission`),
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `vehicle_calls` (
	`client_id` text NOT NULL,
	`vehicle_id` text NOT NULL,
	`month` text NOT NULL,
	`calls` integer NOT NULL,
	PRIMARY KEY(`client_id`, `vehicle_id`, `month`),
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "vehicle_calls_month" CHECK(length("vehicle_calls"."month") = 7)
) STRICT;
--> statement-breakpoint
CREATE TABLE `vehicle_lives` (
	`vehicle_id` text PRIMARY KEY NOT NULL,
	`life` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "vehicle_lives_life" CHECK(json_valid("vehicle_lives"."life"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_rehearsal` (
	`id` integer PRIMARY KEY NOT NULL,
	`offset_ms` integer NOT NULL,
	`moved_at` integer NOT NULL,
	`frozen_at` integer,
	CONSTRAINT "rehearsal_one" CHECK("__new_rehearsal"."id" = 1)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_rehearsal`("id", "offset_ms", "moved_at") SELECT "id", "offset_ms", "moved_at" FROM `rehearsal`;
--> statement-breakpoint
DROP TABLE `rehearsal`;
--> statement-breakpoint
ALTER TABLE `__new_rehearsal` RENAME TO `rehearsal`;
--> statement-breakpoint
ALTER TABLE `connections` ADD `password_changes` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `applications` ADD `v3_dialect` text DEFAULT '2026' NOT NULL
	CONSTRAINT "applications_v3_dialect" CHECK("v3_dialect" in ('2026', '2025'));
--> statement-breakpoint
ALTER TABLE `applications` ADD `powertrain_filter` text;
--> statement-breakpoint
ALTER TABLE `applications` ADD `monthly_calls` integer
	CONSTRAINT "applications_monthly_calls" CHECK("monthly_calls" >= 0);
--> statement-breakpoint
ALTER TABLE `vehicle_accounts` ADD `password_changes` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `vehicles` ADD `profile` text;
--> statement-breakpoint
ALTER TABLE `vehicles` ADD `added_at` integer;
--> statement-breakpoint
ALTER TABLE `vehicles` ADD `deleted_at` integer;
