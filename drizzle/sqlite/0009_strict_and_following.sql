DROP TRIGGER `versions_are_never_changed`;
--> statement-breakpoint
DROP TRIGGER `versions_are_never_deleted`;
--> statement-breakpoint
CREATE TABLE `__new_applications` (
	`client_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`mode` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL, `client_id_made_here` integer DEFAULT true NOT NULL,
	CONSTRAINT "applications_mode" CHECK("__new_applications"."mode" in ('live', 'simulated')),
	CONSTRAINT "applications_client_id" CHECK(length("__new_applications"."client_id") = 36)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_applications`("client_id", "name", "mode", "created_at", "updated_at", "client_id_made_here") SELECT "client_id", "name", "mode", "created_at", "updated_at", "client_id_made_here" FROM `applications`;
--> statement-breakpoint
DROP TABLE `applications`;
--> statement-breakpoint
ALTER TABLE `__new_applications` RENAME TO `applications`;
--> statement-breakpoint
CREATE TABLE `__new_milestones` (
	`name` text PRIMARY KEY NOT NULL,
	`reached_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_milestones`("name", "reached_at") SELECT "name", "reached_at" FROM `milestones`;
--> statement-breakpoint
DROP TABLE `milestones`;
--> statement-breakpoint
ALTER TABLE `__new_milestones` RENAME TO `milestones`;
--> statement-breakpoint
CREATE TABLE `__new_machine_tokens` (
	`digest` blob PRIMARY KEY NOT NULL,
	`machine_client_id` text NOT NULL,
	`issued_at` integer NOT NULL,
	FOREIGN KEY (`machine_client_id`) REFERENCES `machine_clients`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_machine_tokens`("digest", "machine_client_id", "issued_at") SELECT "digest", "machine_client_id", "issued_at" FROM `machine_tokens`;
--> statement-breakpoint
DROP TABLE `machine_tokens`;
--> statement-breakpoint
ALTER TABLE `__new_machine_tokens` RENAME TO `machine_tokens`;
--> statement-breakpoint
CREATE INDEX `machine_tokens_machine_client_id` ON `machine_tokens` (`machine_client_id`);
--> statement-breakpoint
CREATE TABLE `__new_owners` (
	`id` text PRIMARY KEY NOT NULL,
	`mode` text NOT NULL,
	`make` text NOT NULL,
	`username` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_owners`("id", "mode", "make", "username", "created_at") SELECT "id", "mode", "make", "username", "created_at" FROM `owners`;
--> statement-breakpoint
DROP TABLE `owners`;
--> statement-breakpoint
ALTER TABLE `__new_owners` RENAME TO `owners`;
--> statement-breakpoint
CREATE UNIQUE INDEX `owners_account` ON `owners` (`mode`,`make`,`username`);
--> statement-breakpoint
CREATE TABLE `__new_token_pairs` (
	`id` integer PRIMARY KEY NOT NULL,
	`authorization_id` integer NOT NULL,
	`access_digest` blob NOT NULL,
	`refresh_digest` blob NOT NULL,
	`scope` text,
	`flags` text,
	`issued_at` integer NOT NULL,
	`access_revoked_at` integer,
	`refreshed_at` integer, `refresh_over_at` integer,
	FOREIGN KEY (`authorization_id`) REFERENCES `authorizations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_token_pairs`("id", "authorization_id", "access_digest", "refresh_digest", "scope", "flags", "issued_at", "access_revoked_at", "refreshed_at", "refresh_over_at") SELECT "id", "authorization_id", "access_digest", "refresh_digest", "scope", "flags", "issued_at", "access_revoked_at", "refreshed_at", "refresh_over_at" FROM `token_pairs`;
--> statement-breakpoint
DROP TABLE `token_pairs`;
--> statement-breakpoint
ALTER TABLE `__new_token_pairs` RENAME TO `token_pairs`;
--> statement-breakpoint
CREATE UNIQUE INDEX `token_pairs_access` ON `token_pairs` (`access_digest`);
--> statement-breakpoint
CREATE UNIQUE INDEX `token_pairs_refresh` ON `token_pairs` (`refresh_digest`);
--> statement-breakpoint
CREATE INDEX `token_pairs_authorization` ON `token_pairs` (`authorization_id`);
--> statement-breakpoint
CREATE TABLE `__new_vehicles` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`vin` text NOT NULL,
	`make` text NOT NULL,
	`model` text NOT NULL,
	`year` integer NOT NULL,
	`level` text NOT NULL,
	`fault` text,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_vehicles`("id", "owner_id", "vin", "make", "model", "year", "level", "fault") SELECT "id", "owner_id", "vin", "make", "model", "year", "level", "fault" FROM `vehicles`;
--> statement-breakpoint
DROP TABLE `vehicles`;
--> statement-breakpoint
ALTER TABLE `__new_vehicles` RENAME TO `vehicles`;
--> statement-breakpoint
CREATE UNIQUE INDEX `vehicles_vin` ON `vehicles` (`owner_id`,`vin`);
--> statement-breakpoint
CREATE TABLE `__new_approved_scopes` (
	`connection_id` text NOT NULL,
	`scope` text NOT NULL,
	PRIMARY KEY(`connection_id`, `scope`),
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_approved_scopes`("connection_id", "scope") SELECT "connection_id", "scope" FROM `approved_scopes`;
--> statement-breakpoint
DROP TABLE `approved_scopes`;
--> statement-breakpoint
ALTER TABLE `__new_approved_scopes` RENAME TO `approved_scopes`;
--> statement-breakpoint
CREATE TABLE `__new_drafts` (
	`client_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`based_on` integer,
	`selection` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	FOREIGN KEY (`client_id`,`based_on`) REFERENCES `versions`(`client_id`,`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "drafts_selection" CHECK(json_valid("__new_drafts"."selection"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_drafts`("client_id", "revision", "based_on", "selection", "updated_at") SELECT "client_id", "revision", "based_on", "selection", "updated_at" FROM `drafts`;
--> statement-breakpoint
DROP TABLE `drafts`;
--> statement-breakpoint
ALTER TABLE `__new_drafts` RENAME TO `drafts`;
--> statement-breakpoint
CREATE TABLE `__new_former_client_ids` (
	`former_id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`made_here` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	CONSTRAINT "former_client_ids_former_id" CHECK(length("__new_former_client_ids"."former_id") = 36),
	CONSTRAINT "former_client_ids_made_here" CHECK("__new_former_client_ids"."made_here" in (false, true))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_former_client_ids`("former_id", "client_id", "made_here", "changed_at") SELECT "former_id", "client_id", "made_here", "changed_at" FROM `former_client_ids`;
--> statement-breakpoint
DROP TABLE `former_client_ids`;
--> statement-breakpoint
ALTER TABLE `__new_former_client_ids` RENAME TO `former_client_ids`;
--> statement-breakpoint
CREATE INDEX `former_client_ids_client_id` ON `former_client_ids` (`client_id`);
--> statement-breakpoint
CREATE TABLE `__new_redirect_uris` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text NOT NULL,
	`uri` text NOT NULL,
	`position` integer NOT NULL,
	`is_default` integer NOT NULL,
	`is_built_in` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	CONSTRAINT "redirect_uris_is_default" CHECK("__new_redirect_uris"."is_default" in (false, true))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_redirect_uris`("id", "client_id", "uri", "position", "is_default", "is_built_in") SELECT "id", "client_id", "uri", "position", "is_default", "is_built_in" FROM `redirect_uris`;
--> statement-breakpoint
DELETE FROM `sqlite_sequence` WHERE `name` = '__new_redirect_uris';
--> statement-breakpoint
UPDATE `sqlite_sequence` SET `name` = '__new_redirect_uris' WHERE `name` = 'redirect_uris';
--> statement-breakpoint
DROP TABLE `redirect_uris`;
--> statement-breakpoint
ALTER TABLE `__new_redirect_uris` RENAME TO `redirect_uris`;
--> statement-breakpoint
CREATE UNIQUE INDEX `redirect_uris_once` ON `redirect_uris` (`client_id`,`uri`);
--> statement-breakpoint
CREATE UNIQUE INDEX `redirect_uris_one_default` ON `redirect_uris` (`client_id`) WHERE "redirect_uris"."is_default";
--> statement-breakpoint
CREATE TABLE `__new_versions` (
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
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	CONSTRAINT "versions_number" CHECK("__new_versions"."number" > 0),
	CONSTRAINT "versions_verdict" CHECK("__new_versions"."verdict" in ('none', 'narrows', 'widens', 'both')),
	CONSTRAINT "versions_selection" CHECK(json_valid("__new_versions"."selection")),
	CONSTRAINT "versions_access" CHECK(json_valid("__new_versions"."access"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_versions`("client_id", "number", "selection", "access", "scope", "message", "verdict", "catalog_revision", "published_by", "published_at") SELECT "client_id", "number", "selection", "access", "scope", "message", "verdict", "catalog_revision", "published_by", "published_at" FROM `versions`;
--> statement-breakpoint
DROP TABLE `versions`;
--> statement-breakpoint
ALTER TABLE `__new_versions` RENAME TO `versions`;
--> statement-breakpoint
CREATE INDEX `versions_published_at` ON `versions` (`published_at`);
--> statement-breakpoint
CREATE TABLE `__new_authorizations` (
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
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_authorizations`("id", "client_id", "owner_id", "vehicle_ids", "scope", "code_digest", "redirect_uri", "redirect_uri_sent", "code_challenge", "created_at", "code_used_at", "revoked_at") SELECT "id", "client_id", "owner_id", "vehicle_ids", "scope", "code_digest", "redirect_uri", "redirect_uri_sent", "code_challenge", "created_at", "code_used_at", "revoked_at" FROM `authorizations`;
--> statement-breakpoint
DELETE FROM `sqlite_sequence` WHERE `name` = '__new_authorizations';
--> statement-breakpoint
UPDATE `sqlite_sequence` SET `name` = '__new_authorizations' WHERE `name` = 'authorizations';
--> statement-breakpoint
DROP TABLE `authorizations`;
--> statement-breakpoint
ALTER TABLE `__new_authorizations` RENAME TO `authorizations`;
--> statement-breakpoint
CREATE UNIQUE INDEX `authorizations_code` ON `authorizations` (`code_digest`);
--> statement-breakpoint
CREATE INDEX `authorizations_client_id` ON `authorizations` (`client_id`,`owner_id`);
--> statement-breakpoint
CREATE TABLE `__new_client_secrets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text NOT NULL,
	`machine_client_id` text,
	`is_sample` integer NOT NULL,
	`digest` blob NOT NULL,
	`tail` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	FOREIGN KEY (`machine_client_id`) REFERENCES `machine_clients`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "client_secrets_digest" CHECK(length("__new_client_secrets"."digest") = 32),
	CONSTRAINT "client_secrets_is_sample" CHECK("__new_client_secrets"."is_sample" in (false, true))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_client_secrets`("id", "client_id", "machine_client_id", "is_sample", "digest", "tail", "created_at", "last_used_at") SELECT "id", "client_id", "machine_client_id", "is_sample", "digest", "tail", "created_at", "last_used_at" FROM `client_secrets`;
--> statement-breakpoint
DELETE FROM `sqlite_sequence` WHERE `name` = '__new_client_secrets';
--> statement-breakpoint
UPDATE `sqlite_sequence` SET `name` = '__new_client_secrets' WHERE `name` = 'client_secrets';
--> statement-breakpoint
DROP TABLE `client_secrets`;
--> statement-breakpoint
ALTER TABLE `__new_client_secrets` RENAME TO `client_secrets`;
--> statement-breakpoint
CREATE INDEX `client_secrets_client_id` ON `client_secrets` (`client_id`);
--> statement-breakpoint
CREATE INDEX `client_secrets_machine_client_id` ON `client_secrets` (`machine_client_id`);
--> statement-breakpoint
CREATE TABLE `__new_connect_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`browser_digest` blob NOT NULL,
	`sign_in_digest` blob,
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
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`authorization_id`) REFERENCES `authorizations`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_connect_sessions`("id", "client_id", "browser_digest", "sign_in_digest", "request", "steps", "country", "language", "make", "owner_id", "authorization_id", "user", "outcome", "refused", "started_at", "touched_at", "ended_at") SELECT "id", "client_id", "browser_digest", "sign_in_digest", "request", "steps", "country", "language", "make", "owner_id", "authorization_id", "user", "outcome", "refused", "started_at", "touched_at", "ended_at" FROM `connect_sessions`;
--> statement-breakpoint
DROP TABLE `connect_sessions`;
--> statement-breakpoint
ALTER TABLE `__new_connect_sessions` RENAME TO `connect_sessions`;
--> statement-breakpoint
CREATE INDEX `connect_sessions_client_id` ON `connect_sessions` (`client_id`,`started_at`);
--> statement-breakpoint
CREATE TABLE `__new_connections` (
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
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_connections`("id", "client_id", "vehicle_id", "owner_id", "granted", "asked", "version", "user", "external_id", "created_at", "updated_at") SELECT "id", "client_id", "vehicle_id", "owner_id", "granted", "asked", "version", "user", "external_id", "created_at", "updated_at" FROM `connections`;
--> statement-breakpoint
DROP TABLE `connections`;
--> statement-breakpoint
ALTER TABLE `__new_connections` RENAME TO `connections`;
--> statement-breakpoint
CREATE UNIQUE INDEX `connections_once` ON `connections` (`client_id`,`vehicle_id`);
--> statement-breakpoint
CREATE INDEX `connections_vehicle_id` ON `connections` (`vehicle_id`);
--> statement-breakpoint
CREATE INDEX `connections_owner_id` ON `connections` (`owner_id`);
--> statement-breakpoint
CREATE TABLE `__new_machine_clients` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_machine_clients`("id", "client_id", "name", "created_at") SELECT "id", "client_id", "name", "created_at" FROM `machine_clients`;
--> statement-breakpoint
DROP TABLE `machine_clients`;
--> statement-breakpoint
ALTER TABLE `__new_machine_clients` RENAME TO `machine_clients`;
--> statement-breakpoint
CREATE INDEX `machine_clients_client_id` ON `machine_clients` (`client_id`);
--> statement-breakpoint
CREATE TABLE `__new_sample_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text NOT NULL,
	`browser_digest` blob NOT NULL,
	`state_digest` blob NOT NULL,
	`redirect_uri` text NOT NULL,
	`started_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_sample_runs`("id", "client_id", "browser_digest", "state_digest", "redirect_uri", "started_at") SELECT "id", "client_id", "browser_digest", "state_digest", "redirect_uri", "started_at" FROM `sample_runs`;
--> statement-breakpoint
DELETE FROM `sqlite_sequence` WHERE `name` = '__new_sample_runs';
--> statement-breakpoint
UPDATE `sqlite_sequence` SET `name` = '__new_sample_runs' WHERE `name` = 'sample_runs';
--> statement-breakpoint
DROP TABLE `sample_runs`;
--> statement-breakpoint
ALTER TABLE `__new_sample_runs` RENAME TO `sample_runs`;
--> statement-breakpoint
CREATE UNIQUE INDEX `sample_runs_once` ON `sample_runs` (`browser_digest`,`state_digest`);
--> statement-breakpoint
CREATE INDEX `sample_runs_client_id` ON `sample_runs` (`client_id`);
--> statement-breakpoint
CREATE INDEX `sample_runs_started_at` ON `sample_runs` (`started_at`);
--> statement-breakpoint
CREATE TABLE `__new_sandbox_settings` (
	`client_id` text PRIMARY KEY NOT NULL,
	`protocol` text NOT NULL,
	`start_unticked` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	CONSTRAINT "sandbox_settings_protocol" CHECK("__new_sandbox_settings"."protocol" in ('platform', 'strict')),
	CONSTRAINT "sandbox_settings_start_unticked" CHECK("__new_sandbox_settings"."start_unticked" in (false, true))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_sandbox_settings`("client_id", "protocol", "start_unticked") SELECT "client_id", "protocol", "start_unticked" FROM `sandbox_settings`;
--> statement-breakpoint
DROP TABLE `sandbox_settings`;
--> statement-breakpoint
ALTER TABLE `__new_sandbox_settings` RENAME TO `sandbox_settings`;
--> statement-breakpoint
CREATE TRIGGER `versions_are_never_changed` BEFORE UPDATE ON `versions`
WHEN NOT (
	NEW.`number` IS OLD.`number`
	AND NEW.`selection` IS OLD.`selection`
	AND NEW.`access` IS OLD.`access`
	AND NEW.`scope` IS OLD.`scope`
	AND NEW.`message` IS OLD.`message`
	AND NEW.`verdict` IS OLD.`verdict`
	AND NEW.`catalog_revision` IS OLD.`catalog_revision`
	AND NEW.`published_by` IS OLD.`published_by`
	AND NEW.`published_at` IS OLD.`published_at`
	AND NOT EXISTS (SELECT 1 FROM `applications` WHERE `client_id` = OLD.`client_id`)
	AND EXISTS (SELECT 1 FROM `applications` WHERE `client_id` = NEW.`client_id`)
	AND EXISTS (
		SELECT 1 FROM `former_client_ids`
		WHERE `former_id` = OLD.`client_id` AND `client_id` IN (OLD.`client_id`, NEW.`client_id`)
	)
)
BEGIN
	SELECT RAISE(ABORT, 'A published version is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `versions_are_never_deleted` BEFORE DELETE ON `versions`
WHEN EXISTS (SELECT 1 FROM `applications` WHERE `client_id` = OLD.`client_id`)
BEGIN
	SELECT RAISE(ABORT, 'A published version is only deleted with its application');
END;
