CREATE TABLE `former_client_ids` (
	`former_id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`made_here` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "former_client_ids_former_id" CHECK(length("former_client_ids"."former_id") = 36),
	CONSTRAINT "former_client_ids_made_here" CHECK("former_client_ids"."made_here" in (0, 1))
);
--> statement-breakpoint
CREATE INDEX `former_client_ids_client_id` ON `former_client_ids` (`client_id`);--> statement-breakpoint
CREATE TABLE `sample_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text NOT NULL,
	`browser_digest` blob NOT NULL,
	`state_digest` blob NOT NULL,
	`redirect_uri` text NOT NULL,
	`started_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sample_runs_once` ON `sample_runs` (`browser_digest`,`state_digest`);--> statement-breakpoint
CREATE INDEX `sample_runs_client_id` ON `sample_runs` (`client_id`);--> statement-breakpoint
CREATE INDEX `sample_runs_started_at` ON `sample_runs` (`started_at`);--> statement-breakpoint
ALTER TABLE `applications` ADD `client_id_made_here` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `redirect_uris` ADD `is_built_in` integer DEFAULT false NOT NULL;