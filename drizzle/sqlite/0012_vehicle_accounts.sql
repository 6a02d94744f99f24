ALTER TABLE `owners` RENAME TO `vehicle_accounts`;
--> statement-breakpoint
ALTER TABLE `vehicles` RENAME COLUMN `owner_id` TO `account_id`;
--> statement-breakpoint
ALTER TABLE `connections` RENAME COLUMN `owner_id` TO `account_id`;
--> statement-breakpoint
ALTER TABLE `authorizations` RENAME COLUMN `owner_id` TO `account_id`;
--> statement-breakpoint
ALTER TABLE `connect_sessions` RENAME COLUMN `owner_id` TO `account_id`;
--> statement-breakpoint
DROP INDEX `owners_account`;
--> statement-breakpoint
CREATE UNIQUE INDEX `vehicle_accounts_once` ON `vehicle_accounts` (`mode`,`make`,`username`);
--> statement-breakpoint
DROP INDEX `connections_owner_id`;
--> statement-breakpoint
CREATE INDEX `connections_account_id` ON `connections` (`account_id`);
