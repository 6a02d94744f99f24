ALTER TABLE "webhook_subscriptions" ADD COLUMN "id" text COLLATE "C" NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_subscriptions_id" ON "webhook_subscriptions" USING btree ("id");