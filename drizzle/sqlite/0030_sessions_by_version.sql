DROP INDEX `connect_sessions_by_outcome`;--> statement-breakpoint
DROP INDEX `connect_sessions_newest`;--> statement-breakpoint
DROP INDEX `connect_sessions_counted`;--> statement-breakpoint
ALTER TABLE `connect_sessions` ADD `version` integer;--> statement-breakpoint
ALTER TABLE `connect_sessions` ADD `response_type` text DEFAULT 'code' NOT NULL;--> statement-breakpoint
UPDATE `connect_sessions` SET
	`version` = json_extract(`request`, '$.version'),
	`response_type` = coalesce(json_extract(`request`, '$.responseType'), 'code'),
	`choices` = CASE WHEN `choices` IS NULL AND `furthest` = 'grant' THEN coalesce((
		SELECT group_concat(`name`, ' ') FROM (
			SELECT json_extract(`a`.`value`, '$.name') AS `name`
			FROM json_each(`connect_sessions`.`request`, '$.asked') AS `a`
			WHERE NOT json_extract(`a`.`value`, '$.required')
			ORDER BY `a`.`key`
		)
	), '') ELSE `choices` END
WHERE json_valid(`request`);--> statement-breakpoint
CREATE INDEX `connect_sessions_newest` ON `connect_sessions` (`client_id`,`started_at`,`id`,`outcome`,`furthest`,`version`,`response_type`,`make`,`authorization_id`,`touched_at`,`ended_at`);--> statement-breakpoint
CREATE INDEX `connect_sessions_counted` ON `connect_sessions` (`client_id`,`outcome`,`furthest`,`unsupported`,`choices`,`version`,`response_type`,`make`);
