CREATE TABLE "rehearsal" (
	"id" bigint PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL,
	"moved_at" bigint NOT NULL,
	CONSTRAINT "rehearsal_one" CHECK ("rehearsal"."id" = 1),
	CONSTRAINT "rehearsal_offset_ms" CHECK ("rehearsal"."offset_ms" >= 0)
);
--> statement-breakpoint
CREATE TABLE "secret_keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"first_used_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "client_secrets" ADD COLUMN "key_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "client_secrets" ADD COLUMN "sealed" text COLLATE "C";