DROP INDEX "sign_in_codes_open";--> statement-breakpoint
ALTER TABLE "sign_in_codes" ADD COLUMN "known_browser" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "sign_in_failures" ADD COLUMN "known_browser" text COLLATE "C";