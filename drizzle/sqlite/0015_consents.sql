CREATE TABLE `consents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text NOT NULL,
	`account_id` text NOT NULL,
	`mode` text NOT NULL,
	`vehicle_ids` text NOT NULL,
	`asked` text NOT NULL,
	`granted` text NOT NULL,
	`version` integer,
	`language` text,
	`kind` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `vehicle_accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "consents_mode" CHECK("consents"."mode" in ('live', 'simulated')),
	CONSTRAINT "consents_kind" CHECK("consents"."kind" in ('granted', 'narrowed', 'revoked')),
	CONSTRAINT "consents_by" CHECK("consents"."by" in ('owner', 'app', 'operator')),
	CONSTRAINT "consents_vehicle_ids" CHECK(json_valid("consents"."vehicle_ids")),
	CONSTRAINT "consents_asked" CHECK(json_valid("consents"."asked")),
	CONSTRAINT "consents_granted" CHECK(json_valid("consents"."granted"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `consents_client_id` ON `consents` (`client_id`,`account_id`);
--> statement-breakpoint
CREATE INDEX `consents_account_id` ON `consents` (`account_id`);
--> statement-breakpoint
INSERT INTO `consents` (`client_id`, `account_id`, `mode`, `vehicle_ids`, `asked`, `granted`, `version`, `kind`, `by`, `at`)
SELECT `client_id`, `account_id`, `mode`, json_array(`vehicle_id`), `asked`, `granted`, `version`, 'granted', 'owner', `created_at`
FROM `connections` ORDER BY `created_at`, `id`;
--> statement-breakpoint
CREATE TRIGGER `consents_are_never_changed` BEFORE UPDATE ON `consents`
WHEN NOT (
	NEW.`id` IS OLD.`id`
	AND NEW.`account_id` IS OLD.`account_id`
	AND NEW.`mode` IS OLD.`mode`
	AND NEW.`vehicle_ids` IS OLD.`vehicle_ids`
	AND NEW.`asked` IS OLD.`asked`
	AND NEW.`granted` IS OLD.`granted`
	AND NEW.`version` IS OLD.`version`
	AND NEW.`language` IS OLD.`language`
	AND NEW.`kind` IS OLD.`kind`
	AND NEW.`by` IS OLD.`by`
	AND NEW.`at` IS OLD.`at`
	AND NOT EXISTS (SELECT 1 FROM `applications` WHERE `client_id` = OLD.`client_id`)
	AND EXISTS (SELECT 1 FROM `applications` WHERE `client_id` = NEW.`client_id`)
	AND EXISTS (
		SELECT 1 FROM `former_client_ids`
		WHERE `former_id` = OLD.`client_id` AND `client_id` IN (OLD.`client_id`, NEW.`client_id`)
	)
)
BEGIN
	SELECT RAISE(ABORT, 'A consent is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `consents_are_never_deleted` BEFORE DELETE ON `consents`
WHEN EXISTS (SELECT 1 FROM `applications` WHERE `client_id` = OLD.`client_id`)
BEGIN
	SELECT RAISE(ABORT, 'A consent is only deleted with its application');
END;
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
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `vehicle_accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "connections_mode" CHECK("__new_connections"."mode" in ('live', 'simulated')),
	CONSTRAINT "connections_ended_by" CHECK("__new_connections"."ended_by" in ('owner', 'app', 'operator')),
	CONSTRAINT "connections_ended" CHECK(("__new_connections"."ended_at" is null) = ("__new_connections"."ended_by" is null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_connections`("id", "client_id", "vehicle_id", "account_id", "mode", "granted", "asked", "version", "user", "external_id", "created_at", "updated_at")
SELECT "id", "client_id", "vehicle_id", "account_id", "mode", "granted", "asked", "version", "user", "external_id", "created_at", "updated_at" FROM `connections`;
--> statement-breakpoint
DROP TABLE `connections`;
--> statement-breakpoint
ALTER TABLE `__new_connections` RENAME TO `connections`;
--> statement-breakpoint
CREATE UNIQUE INDEX `connections_once` ON `connections` (`client_id`,`vehicle_id`,`mode`) WHERE "connections"."ended_at" is null;
--> statement-breakpoint
CREATE INDEX `connections_newest` ON `connections` (`client_id`,`updated_at`,`id`) WHERE "connections"."ended_at" is null;
--> statement-breakpoint
CREATE INDEX `connections_first` ON `connections` (`client_id`,`vehicle_id`,`mode`,`created_at`);
--> statement-breakpoint
CREATE INDEX `connections_vehicle_id` ON `connections` (`vehicle_id`);
--> statement-breakpoint
CREATE INDEX `connections_account_id` ON `connections` (`account_id`);
