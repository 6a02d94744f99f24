CREATE TRIGGER `versions_are_never_changed` BEFORE UPDATE ON `versions`
BEGIN
	SELECT RAISE(ABORT, 'A published version is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `versions_are_never_deleted` BEFORE DELETE ON `versions`
WHEN EXISTS (SELECT 1 FROM `applications` WHERE `client_id` = OLD.`client_id`)
BEGIN
	SELECT RAISE(ABORT, 'A published version is only deleted with its application');
END;
