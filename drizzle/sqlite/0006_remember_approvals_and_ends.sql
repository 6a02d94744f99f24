CREATE TABLE `approved_scopes` (
	`connection_id` text NOT NULL,
	`scope` text NOT NULL,
	PRIMARY KEY(`connection_id`, `scope`),
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `token_pairs` ADD `refresh_over_at` integer;