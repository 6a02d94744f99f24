ALTER TABLE `webhook_subscriptions` ADD `id` text NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_subscriptions_id` ON `webhook_subscriptions` (`id`);