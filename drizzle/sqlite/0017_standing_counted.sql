DROP INDEX `connections_newest`;--> statement-breakpoint
CREATE INDEX `connections_newest` ON `connections` (`client_id`,`updated_at`,`id`,`ended_at`) WHERE "connections"."ended_at" is null;