DROP INDEX `token_pairs_access`;--> statement-breakpoint
DROP INDEX `token_pairs_refresh`;--> statement-breakpoint
DROP INDEX `token_pairs_authorization`;--> statement-breakpoint
ALTER TABLE `token_pairs` ADD `tells_authorization` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `token_pairs_told_access` ON `token_pairs` (`authorization_id`,`access_digest`);--> statement-breakpoint
CREATE UNIQUE INDEX `token_pairs_told_refresh` ON `token_pairs` (`authorization_id`,`refresh_digest`);--> statement-breakpoint
CREATE UNIQUE INDEX `token_pairs_untold_access` ON `token_pairs` (`access_digest`) WHERE not "token_pairs"."tells_authorization";--> statement-breakpoint
CREATE UNIQUE INDEX `token_pairs_untold_refresh` ON `token_pairs` (`refresh_digest`) WHERE not "token_pairs"."tells_authorization";