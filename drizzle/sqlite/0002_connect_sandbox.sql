CREATE TABLE `authorizations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`vehicle_ids` text NOT NULL,
	`scope` text NOT NULL,
	`code_digest` blob,
	`redirect_uri` text,
	`redirect_uri_sent` integer NOT NULL,
	`code_challenge` text,
	`created_at` integer NOT NULL,
	`code_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authorizations_code` ON `authorizations` (`code_digest`);--> statement-breakpoint
CREATE INDEX `authorizations_client_id` ON `authorizations` (`client_id`,`owner_id`);--> statement-breakpoint
CREATE TABLE `client_secrets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text NOT NULL,
	`machine_client_id` text,
	`is_sample` integer NOT NULL,
	`digest` blob NOT NULL,
	`tail` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`machine_client_id`) REFERENCES `machine_clients`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "client_secrets_digest" CHECK(length("client_secrets"."digest") = 32),
	CONSTRAINT "client_secrets_is_sample" CHECK("client_secrets"."is_sample" in (0, 1))
);
--> statement-breakpoint
CREATE INDEX `client_secrets_client_id` ON `client_secrets` (`client_id`);--> statement-breakpoint
CREATE INDEX `client_secrets_machine_client_id` ON `client_secrets` (`machine_client_id`);--> statement-breakpoint
CREATE TABLE `connect_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`browser_digest` blob NOT NULL,
	`request` text NOT NULL,
	`steps` text NOT NULL,
	`country` text,
	`language` text,
	`make` text,
	`owner_id` text,
	`authorization_id` integer,
	`user` text,
	`outcome` text,
	`refused` text NOT NULL,
	`started_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`authorization_id`) REFERENCES `authorizations`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `connect_sessions_client_id` ON `connect_sessions` (`client_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `connections` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`vehicle_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`granted` text NOT NULL,
	`asked` text NOT NULL,
	`version` integer,
	`user` text,
	`external_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connections_once` ON `connections` (`client_id`,`vehicle_id`);--> statement-breakpoint
CREATE INDEX `connections_vehicle_id` ON `connections` (`vehicle_id`);--> statement-breakpoint
CREATE INDEX `connections_owner_id` ON `connections` (`owner_id`);--> statement-breakpoint
CREATE TABLE `machine_clients` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `machine_clients_client_id` ON `machine_clients` (`client_id`);--> statement-breakpoint
CREATE TABLE `machine_tokens` (
	`digest` blob PRIMARY KEY NOT NULL,
	`machine_client_id` text NOT NULL,
	`issued_at` integer NOT NULL,
	FOREIGN KEY (`machine_client_id`) REFERENCES `machine_clients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `machine_tokens_machine_client_id` ON `machine_tokens` (`machine_client_id`);--> statement-breakpoint
CREATE TABLE `owners` (
	`id` text PRIMARY KEY NOT NULL,
	`mode` text NOT NULL,
	`make` text NOT NULL,
	`username` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `owners_account` ON `owners` (`mode`,`make`,`username`);--> statement-breakpoint
CREATE TABLE `sandbox_settings` (
	`client_id` text PRIMARY KEY NOT NULL,
	`protocol` text NOT NULL,
	`start_unticked` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "sandbox_settings_protocol" CHECK("sandbox_settings"."protocol" in ('platform', 'strict')),
	CONSTRAINT "sandbox_settings_start_unticked" CHECK("sandbox_settings"."start_unticked" in (0, 1))
);
--> statement-breakpoint
CREATE TABLE `token_pairs` (
	`id` integer PRIMARY KEY NOT NULL,
	`authorization_id` integer NOT NULL,
	`access_digest` blob NOT NULL,
	`refresh_digest` blob NOT NULL,
	`scope` text,
	`flags` text,
	`issued_at` integer NOT NULL,
	`access_revoked_at` integer,
	`refreshed_at` integer,
	FOREIGN KEY (`authorization_id`) REFERENCES `authorizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `token_pairs_access` ON `token_pairs` (`access_digest`);--> statement-breakpoint
CREATE UNIQUE INDEX `token_pairs_refresh` ON `token_pairs` (`refresh_digest`);--> statement-breakpoint
CREATE INDEX `token_pairs_authorization` ON `token_pairs` (`authorization_id`);--> statement-breakpoint
CREATE TABLE `vehicles` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`vin` text NOT NULL,
	`make` text NOT NULL,
	`model` text NOT NULL,
	`year` integer NOT NULL,
	`level` text NOT NULL,
	`fault` text,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vehicles_vin` ON `vehicles` (`owner_id`,`vin`);