ALTER TABLE `consents` ADD `app_name` text;
--> statement-breakpoint
DROP TRIGGER `consents_are_never_changed`;
--> statement-breakpoint
CREATE TRIGGER `consents_are_never_changed` BEFORE UPDATE ON `consents`
WHEN NOT (
	NEW.`id` IS OLD.`id`
	AND NEW.`app_name` IS OLD.`app_name`
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
