DROP INDEX `connect_sessions_client_id`;
--> statement-breakpoint
ALTER TABLE `connect_sessions` ADD `user_start` text;
--> statement-breakpoint
ALTER TABLE `connect_sessions` ADD `furthest` text;
--> statement-breakpoint
ALTER TABLE `connect_sessions` ADD `unsupported` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `connect_sessions` ADD `choices` text;
--> statement-breakpoint
ALTER TABLE `connect_sessions` ADD `inserted_at` integer;
--> statement-breakpoint
ALTER TABLE `authorizations` ADD `inserted_at` integer;
--> statement-breakpoint
ALTER TABLE `machine_tokens` ADD `inserted_at` integer;
--> statement-breakpoint
ALTER TABLE `token_pairs` ADD `inserted_at` integer;
--> statement-breakpoint
UPDATE `connect_sessions` SET
	`inserted_at` = `started_at`,
	`user_start` = substr(nullif(`user`, ''), 1, 200),
	`unsupported` = EXISTS (SELECT 1 FROM json_each(`connect_sessions`.`steps`) WHERE json_extract(`value`, '$.screen') = 'unsupported'),
	`furthest` = (
		SELECT CASE max(CASE json_extract(`value`, '$.screen') WHEN 'preamble' THEN 1 WHEN 'brand' THEN 2 WHEN 'unsupported' THEN 2 WHEN 'login' THEN 3 WHEN 'grant' THEN 4 END)
			WHEN 1 THEN 'preamble' WHEN 2 THEN 'brand' WHEN 3 THEN 'login' WHEN 4 THEN 'grant' END
		FROM json_each(`connect_sessions`.`steps`)
	),
	`choices` = CASE WHEN `outcome` = 'granted' THEN coalesce((
		SELECT group_concat(`word`, ' ') FROM (
			SELECT iif(EXISTS (SELECT 1 FROM json_each(`connect_sessions`.`refused`) AS `r` WHERE `r`.`value` = json_extract(`a`.`value`, '$.name')), '-', '') || json_extract(`a`.`value`, '$.name') AS `word`
			FROM json_each(`connect_sessions`.`request`, '$.asked') AS `a`
			WHERE NOT json_extract(`a`.`value`, '$.required')
			ORDER BY `a`.`key`
		)
	), '') END;
--> statement-breakpoint
UPDATE `authorizations` SET `inserted_at` = `created_at`;
--> statement-breakpoint
UPDATE `machine_tokens` SET `inserted_at` = `issued_at`;
--> statement-breakpoint
UPDATE `token_pairs` SET `inserted_at` = `issued_at`;
--> statement-breakpoint
CREATE INDEX `connect_sessions_newest` ON `connect_sessions` (`client_id`,`started_at`,`id`);
--> statement-breakpoint
CREATE INDEX `connect_sessions_by_outcome` ON `connect_sessions` (`client_id`,`outcome`,`started_at`,`id`,`touched_at`,`ended_at`);
--> statement-breakpoint
CREATE INDEX `connect_sessions_by_user` ON `connect_sessions` (`client_id`,`user_start`,`started_at`,`id`,`outcome`,`touched_at`,`ended_at`);
--> statement-breakpoint
CREATE INDEX `connect_sessions_counted` ON `connect_sessions` (`client_id`,`outcome`,`furthest`,`unsupported`,`choices`);
--> statement-breakpoint
CREATE INDEX `connect_sessions_open` ON `connect_sessions` (`client_id`,`touched_at`) WHERE "connect_sessions"."outcome" is null and "connect_sessions"."ended_at" is null;
--> statement-breakpoint
CREATE INDEX `connect_sessions_inserted_at` ON `connect_sessions` (`inserted_at`);
--> statement-breakpoint
CREATE INDEX `authorizations_codes_kept` ON `authorizations` (`inserted_at`) WHERE "authorizations"."code_digest" is not null;
--> statement-breakpoint
CREATE INDEX `machine_tokens_inserted_at` ON `machine_tokens` (`inserted_at`);
--> statement-breakpoint
CREATE INDEX `connections_newest` ON `connections` (`client_id`,`updated_at`,`id`);
