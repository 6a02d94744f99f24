CREATE TABLE `applications` (
	`client_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`mode` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "applications_mode" CHECK("applications"."mode" in ('live', 'simulated')),
	CONSTRAINT "applications_client_id" CHECK(length("applications"."client_id") = 36)
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`client_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`based_on` integer,
	`selection` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`client_id`,`based_on`) REFERENCES `versions`(`client_id`,`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "drafts_selection" CHECK(json_valid("drafts"."selection"))
);
--> statement-breakpoint
CREATE TABLE `milestones` (
	`name` text PRIMARY KEY NOT NULL,
	`reached_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `redirect_uris` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text NOT NULL,
	`uri` text NOT NULL,
	`position` integer NOT NULL,
	`is_default` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "redirect_uris_is_default" CHECK("redirect_uris"."is_default" in (0, 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `redirect_uris_once` ON `redirect_uris` (`client_id`,`uri`);--> statement-breakpoint
CREATE UNIQUE INDEX `redirect_uris_one_default` ON `redirect_uris` (`client_id`) WHERE is_default = 1;--> statement-breakpoint
CREATE TABLE `versions` (
	`client_id` text NOT NULL,
	`number` integer NOT NULL,
	`selection` text NOT NULL,
	`access` text NOT NULL,
	`scope` text NOT NULL,
	`message` text NOT NULL,
	`verdict` text NOT NULL,
	`catalog_revision` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`client_id`, `number`),
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "versions_number" CHECK("versions"."number" > 0),
	CONSTRAINT "versions_verdict" CHECK("versions"."verdict" in ('none', 'narrows', 'widens', 'both')),
	CONSTRAINT "versions_selection" CHECK(json_valid("versions"."selection")),
	CONSTRAINT "versions_access" CHECK(json_valid("versions"."access"))
);
--> statement-breakpoint
CREATE INDEX `versions_published_at` ON `versions` (`published_at`);