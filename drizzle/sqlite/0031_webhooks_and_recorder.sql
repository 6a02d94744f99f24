CREATE TABLE `fault_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`client_id` text,
	`vehicle_id` text,
	`path` text,
	`fault` text NOT NULL,
	`amount` integer,
	`times` integer,
	`used` integer DEFAULT 0 NOT NULL,
	`is_on` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	CONSTRAINT "fault_rules_is_on" CHECK("fault_rules"."is_on" in (false, true))
) STRICT;
--> statement-breakpoint
CREATE INDEX `fault_rules_position` ON `fault_rules` (`position`);--> statement-breakpoint
CREATE INDEX `fault_rules_client_id` ON `fault_rules` (`client_id`);--> statement-breakpoint
CREATE TABLE `item_uses` (
	`client_id` text NOT NULL,
	`code` text NOT NULL,
	`calls` integer NOT NULL,
	`refused` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`client_id`, `code`),
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `recordings` (
	`client_id` text PRIMARY KEY NOT NULL,
	`begun_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text,
	`at` integer NOT NULL,
	`machine_at` integer NOT NULL,
	`request_id` text NOT NULL,
	`method` text NOT NULL,
	`path` text NOT NULL,
	`route` text,
	`status` integer NOT NULL,
	`duration` integer NOT NULL,
	`vehicle_id` text,
	`connection_id` text,
	`error` text,
	`fault` text,
	`fault_rule_id` text,
	`sides` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	CONSTRAINT "requests_sides" CHECK(json_valid("requests"."sides"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `requests_client_id` ON `requests` (`client_id`,`id`);--> statement-breakpoint
CREATE TABLE `webhook_attempts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_number` integer NOT NULL,
	`delivery_id` text NOT NULL,
	`uri` text NOT NULL,
	`at` integer NOT NULL,
	`machine_at` integer NOT NULL,
	`headers` text NOT NULL,
	`body` text NOT NULL,
	`status` integer,
	`answer_headers` text,
	`answer_body` text,
	`error` text,
	`duration` integer NOT NULL,
	`fault` text,
	FOREIGN KEY (`event_number`) REFERENCES `webhook_events`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `webhook_attempts_event_number` ON `webhook_attempts` (`event_number`);--> statement-breakpoint
CREATE INDEX `webhook_attempts_machine_at` ON `webhook_attempts` (`machine_at`);--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` text NOT NULL,
	`webhook_id` text NOT NULL,
	`vehicle_id` text,
	`type` text NOT NULL,
	`is_test` integer DEFAULT false NOT NULL,
	`body` text NOT NULL,
	`happened_at` integer NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`due_at` integer,
	`leased_until` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "webhook_events_is_test" CHECK("webhook_events"."is_test" in (false, true)),
	CONSTRAINT "webhook_events_type" CHECK("webhook_events"."type" in ('VERIFY', 'VEHICLE_STATE', 'VEHICLE_ERROR')),
	CONSTRAINT "webhook_events_state" CHECK("webhook_events"."state" in ('waiting', 'delivered', 'dropped'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_events_event_id` ON `webhook_events` (`event_id`);--> statement-breakpoint
CREATE INDEX `webhook_events_webhook_id` ON `webhook_events` (`webhook_id`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_events_due_at` ON `webhook_events` (`due_at`);--> statement-breakpoint
CREATE TABLE `webhook_subscriptions` (
	`webhook_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`vehicle_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`watched_until` integer,
	`look_at` integer,
	`open_errors` text DEFAULT '[]' NOT NULL,
	PRIMARY KEY(`webhook_id`, `connection_id`),
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `webhook_subscriptions_vehicle_id` ON `webhook_subscriptions` (`vehicle_id`);--> statement-breakpoint
CREATE INDEX `webhook_subscriptions_connection_id` ON `webhook_subscriptions` (`connection_id`);--> statement-breakpoint
CREATE INDEX `webhook_subscriptions_look_at` ON `webhook_subscriptions` (`look_at`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`name` text NOT NULL,
	`callback_uri` text NOT NULL,
	`error_uri` text,
	`triggers` text NOT NULL,
	`signals` text NOT NULL,
	`auto_subscribe` integer NOT NULL,
	`signs_verify` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`verified_at` integer,
	`disabled_at` integer,
	FOREIGN KEY (`client_id`) REFERENCES `applications`(`client_id`) ON UPDATE cascade ON DELETE cascade,
	CONSTRAINT "webhooks_auto_subscribe" CHECK("webhooks"."auto_subscribe" in (false, true)),
	CONSTRAINT "webhooks_signs_verify" CHECK("webhooks"."signs_verify" in (false, true)),
	CONSTRAINT "webhooks_triggers" CHECK(json_valid("webhooks"."triggers")),
	CONSTRAINT "webhooks_signals" CHECK(json_valid("webhooks"."signals"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `webhooks_client_id` ON `webhooks` (`client_id`);--> statement-breakpoint
ALTER TABLE `management_tokens` ADD `former_sealed` text;