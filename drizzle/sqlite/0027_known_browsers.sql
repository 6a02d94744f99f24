DROP INDEX `sign_in_codes_open`;--> statement-breakpoint
ALTER TABLE `sign_in_codes` ADD `known_browser` text;--> statement-breakpoint
ALTER TABLE `sign_in_failures` ADD `known_browser` text;