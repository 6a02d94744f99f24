ALTER TABLE `drafts` ADD `purposes` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `versions` ADD `purposes` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
DROP TRIGGER `versions_are_never_changed`;
--> statement-breakpoint
CREATE TRIGGER `versions_are_never_changed` BEFORE UPDATE ON `versions`
WHEN NOT (
	NEW.`number` IS OLD.`number`
	AND NEW.`selection` IS OLD.`selection`
	AND NEW.`access` IS OLD.`access`
	AND NEW.`purposes` IS OLD.`purposes`
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
