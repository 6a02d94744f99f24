DROP INDEX "webhook_events_due_at";--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "put_off_by" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "webhook_events_due" ON "webhook_events" USING btree ("webhook_id","due_at","id") WHERE "webhook_events"."due_at" is not null;