CREATE TABLE `told_ids` (
	`id` text PRIMARY KEY NOT NULL,
	`mode` text NOT NULL,
	`account_id` text,
	`vehicle_id` text,
	FOREIGN KEY (`account_id`) REFERENCES `vehicle_accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "told_ids_mode" CHECK("told_ids"."mode" in ('live', 'simulated')),
	CONSTRAINT "told_ids_of" CHECK(("told_ids"."account_id" is null) <> ("told_ids"."vehicle_id" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `told_ids_account` ON `told_ids` (`account_id`,`mode`);
--> statement-breakpoint
CREATE UNIQUE INDEX `told_ids_vehicle` ON `told_ids` (`vehicle_id`,`mode`);
--> statement-breakpoint
-- Of accounts that are one from now on, the oldest stays; the others, and their vehicles, leave their ids.
INSERT INTO `told_ids` (`id`, `mode`, `account_id`)
SELECT `other`.`id`, `other`.`mode`, `kept`.`id`
FROM `vehicle_accounts` AS `other`
JOIN `vehicle_accounts` AS `kept` ON `kept`.`id` = (
	SELECT `id` FROM `vehicle_accounts` AS `any`
	WHERE `any`.`make` = `other`.`make` AND `any`.`username` = `other`.`username`
	ORDER BY `created_at`, `id` LIMIT 1
)
WHERE `other`.`id` <> `kept`.`id`;
--> statement-breakpoint
INSERT INTO `told_ids` (`id`, `mode`, `vehicle_id`)
SELECT `vehicles`.`id`, `account`.`mode`, `kept`.`id`
FROM `told_ids` AS `account`
JOIN `vehicles` ON `vehicles`.`account_id` = `account`.`id`
JOIN `vehicles` AS `kept` ON `kept`.`account_id` = `account`.`account_id` AND `kept`.`vin` = `vehicles`.`vin`;
--> statement-breakpoint
CREATE TABLE `__new_authorizations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text NOT NULL,
	`account_id` text NOT NULL,
	`mode` text NOT NULL,
	`vehicle_ids` text NOT NULL,
	`scope` text NOT NULL,
	`code_digest` blob,
	`redirect_uri` text,
	`redirect_uri_sent` integer NOT NULL,
	`code_challenge` text,
	`created_at` integer NOT NULL,
	`inserted_at` integer,
	`code_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `vehicle_accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "authorizations_mode" CHECK("__new_authorizations"."mode" in ('live', 'simulated'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_authorizations`("id", "client_id", "account_id", "mode", "vehicle_ids", "scope", "code_digest", "redirect_uri", "redirect_uri_sent", "code_challenge", "created_at", "inserted_at", "code_used_at", "revoked_at")
SELECT `a`.`id`, `client_id`, coalesce((SELECT `account_id` FROM `told_ids` WHERE `told_ids`.`id` = `a`.`account_id`), `a`.`account_id`), `vehicle_accounts`.`mode`, `vehicle_ids`, `scope`, `code_digest`, `redirect_uri`, `redirect_uri_sent`, `code_challenge`, `a`.`created_at`, `inserted_at`, `code_used_at`, `revoked_at`
FROM `authorizations` AS `a` JOIN `vehicle_accounts` ON `vehicle_accounts`.`id` = `a`.`account_id` ORDER BY `a`.`id`;
--> statement-breakpoint
DELETE FROM `sqlite_sequence` WHERE `name` = '__new_authorizations';
--> statement-breakpoint
UPDATE `sqlite_sequence` SET `name` = '__new_authorizations' WHERE `name` = 'authorizations';
--> statement-breakpoint
DROP TABLE `authorizations`;
--> statement-breakpoint
ALTER TABLE `__new_authorizations` RENAME TO `authorizations`;
--> statement-breakpoint
UPDATE `authorizations` SET `vehicle_ids` = (
	SELECT json_group_array(`id`) FROM (
		SELECT coalesce(`told_ids`.`vehicle_id`, `held`.`value`) AS `id`
		FROM json_each(`authorizations`.`vehicle_ids`) AS `held` LEFT JOIN `told_ids` ON `told_ids`.`id` = `held`.`value`
		ORDER BY `held`.`key`
	)
)
WHERE EXISTS (SELECT 1 FROM json_each(`vehicle_ids`) JOIN `told_ids` ON `told_ids`.`id` = `value`);
--> statement-breakpoint
CREATE UNIQUE INDEX `authorizations_code` ON `authorizations` (`code_digest`);
--> statement-breakpoint
CREATE INDEX `authorizations_codes_kept` ON `authorizations` (`inserted_at`) WHERE "authorizations"."code_digest" is not null;
--> statement-breakpoint
CREATE INDEX `authorizations_client_id` ON `authorizations` (`client_id`,`account_id`);
--> statement-breakpoint
CREATE TABLE `__new_connections` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`vehicle_id` text NOT NULL,
	`account_id` text NOT NULL,
	`mode` text NOT NULL,
	`granted` text NOT NULL,
	`asked` text NOT NULL,
	`version` integer,
	`user` text,
	`external_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `vehicle_accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "connections_mode" CHECK("__new_connections"."mode" in ('live', 'simulated'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_connections`("id", "client_id", "vehicle_id", "account_id", "mode", "granted", "asked", "version", "user", "external_id", "created_at", "updated_at")
SELECT `c`.`id`, `client_id`, coalesce((SELECT `vehicle_id` FROM `told_ids` WHERE `told_ids`.`id` = `c`.`vehicle_id`), `c`.`vehicle_id`), coalesce((SELECT `account_id` FROM `told_ids` WHERE `told_ids`.`id` = `c`.`account_id`), `c`.`account_id`), `vehicle_accounts`.`mode`, `granted`, `asked`, `version`, `user`, `external_id`, `c`.`created_at`, `updated_at`
FROM `connections` AS `c` JOIN `vehicle_accounts` ON `vehicle_accounts`.`id` = `c`.`account_id`;
--> statement-breakpoint
DROP TABLE `connections`;
--> statement-breakpoint
ALTER TABLE `__new_connections` RENAME TO `connections`;
--> statement-breakpoint
CREATE UNIQUE INDEX `connections_once` ON `connections` (`client_id`,`vehicle_id`,`mode`);
--> statement-breakpoint
CREATE INDEX `connections_newest` ON `connections` (`client_id`,`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `connections_vehicle_id` ON `connections` (`vehicle_id`);
--> statement-breakpoint
CREATE INDEX `connections_account_id` ON `connections` (`account_id`);
--> statement-breakpoint
UPDATE `connect_sessions` SET `account_id` = (SELECT `account_id` FROM `told_ids` WHERE `told_ids`.`id` = `connect_sessions`.`account_id`)
WHERE `account_id` IN (SELECT `id` FROM `told_ids`);
--> statement-breakpoint
DELETE FROM `vehicles` WHERE `id` IN (SELECT `id` FROM `told_ids`);
--> statement-breakpoint
UPDATE `vehicles` SET `account_id` = (SELECT `account_id` FROM `told_ids` WHERE `told_ids`.`id` = `vehicles`.`account_id`)
WHERE `account_id` IN (SELECT `id` FROM `told_ids`);
--> statement-breakpoint
DELETE FROM `vehicle_accounts` WHERE `id` IN (SELECT `id` FROM `told_ids`);
--> statement-breakpoint
DROP INDEX `vehicle_accounts_once`;
--> statement-breakpoint
ALTER TABLE `vehicle_accounts` DROP COLUMN `mode`;
--> statement-breakpoint
CREATE UNIQUE INDEX `vehicle_accounts_once` ON `vehicle_accounts` (`make`,`username`);
