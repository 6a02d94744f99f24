-- REPLACE deletes a row without asking the triggers on deletion.
CREATE TRIGGER `versions_are_never_replaced` BEFORE INSERT ON `versions`
WHEN EXISTS (SELECT 1 FROM `versions` WHERE `client_id` = NEW.`client_id` AND `number` = NEW.`number`)
BEGIN
	SELECT RAISE(ABORT, 'A published version is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `consents_are_never_replaced` BEFORE INSERT ON `consents`
WHEN EXISTS (SELECT 1 FROM `consents` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'A consent is never changed');
END;
