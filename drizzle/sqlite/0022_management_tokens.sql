CREATE TABLE `management_tokens` (
	`client_id` text PRIMARY KEY NOT NULL,
	`digest` blob NOT NULL,
	`sealed` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	CONSTRAINT "management_tokens_digest" CHECK(length("management_tokens"."digest") = 32)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `management_tokens_digest` ON `management_tokens` (`digest`);