CREATE TABLE `account_owners` (
	`owner_id` text NOT NULL,
	`account_id` text NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `account_id`),
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `vehicle_accounts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_owners_account_id` ON `account_owners` (`account_id`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`sealed` text,
	`queued_at` integer NOT NULL,
	`sent_at` integer,
	`due_at` integer,
	`tries` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `mails_due_at` ON `mails` (`due_at`) WHERE "mails"."due_at" is not null;--> statement-breakpoint
CREATE INDEX `mails_queued_at` ON `mails` (`queued_at`);--> statement-breakpoint
CREATE TABLE `owner_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` blob NOT NULL,
	`owner_id` text NOT NULL,
	`browser` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "owner_sessions_digest" CHECK(length("owner_sessions"."digest") = 32)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `owner_sessions_digest` ON `owner_sessions` (`digest`);--> statement-breakpoint
CREATE INDEX `owner_sessions_owner_id` ON `owner_sessions` (`owner_id`);--> statement-breakpoint
CREATE INDEX `owner_sessions_seen_at` ON `owner_sessions` (`seen_at`);--> statement-breakpoint
CREATE TABLE `owners` (
	`id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `owners_address` ON `owners` (`address_key`);--> statement-breakpoint
CREATE TABLE `sign_in_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`code_digest` blob NOT NULL,
	`browser_digest` blob NOT NULL,
	`client` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	CONSTRAINT "sign_in_codes_code" CHECK(length("sign_in_codes"."code_digest") = 32)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_codes_open` ON `sign_in_codes` (`address_key`) WHERE "sign_in_codes"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `sign_in_codes_browser` ON `sign_in_codes` (`browser_digest`,`id`);--> statement-breakpoint
CREATE INDEX `sign_in_codes_address` ON `sign_in_codes` (`address_key`,`created_at`);--> statement-breakpoint
CREATE INDEX `sign_in_codes_client` ON `sign_in_codes` (`client`,`created_at`);--> statement-breakpoint
CREATE INDEX `sign_in_codes_created_at` ON `sign_in_codes` (`created_at`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`address_key` text,
	`client` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `sign_in_failures_address` ON `sign_in_failures` (`address_key`);--> statement-breakpoint
CREATE INDEX `sign_in_failures_client` ON `sign_in_failures` (`client`,`at`);--> statement-breakpoint
CREATE INDEX `sign_in_failures_at` ON `sign_in_failures` (`at`);--> statement-breakpoint
DROP INDEX `consents_account_id`;--> statement-breakpoint
ALTER TABLE `consents` ADD `owner_id` text;--> statement-breakpoint
CREATE INDEX `consents_of_account` ON `consents` (`account_id`,`at`,`id`);
--> statement-breakpoint
DROP TRIGGER `consents_are_never_changed`;
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
	AND NEW.`owner_id` IS OLD.`owner_id`
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
