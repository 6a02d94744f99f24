DROP INDEX "connect_sessions_client_id";
--> statement-breakpoint
ALTER TABLE "authorizations" ADD COLUMN "inserted_at" bigint;
--> statement-breakpoint
ALTER TABLE "connect_sessions" ADD COLUMN "user_start" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "connect_sessions" ADD COLUMN "furthest" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "connect_sessions" ADD COLUMN "unsupported" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "connect_sessions" ADD COLUMN "choices" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "connect_sessions" ADD COLUMN "inserted_at" bigint;
--> statement-breakpoint
ALTER TABLE "machine_tokens" ADD COLUMN "inserted_at" bigint;
--> statement-breakpoint
ALTER TABLE "token_pairs" ADD COLUMN "inserted_at" bigint;
--> statement-breakpoint
UPDATE "connect_sessions" SET
	"inserted_at" = "started_at",
	"user_start" = substr(nullif("user", ''), 1, 200),
	"unsupported" = EXISTS (SELECT 1 FROM json_array_elements("connect_sessions"."steps") AS "s" WHERE "s"->>'screen' = 'unsupported'),
	"furthest" = (
		SELECT CASE max(CASE "s"->>'screen' WHEN 'preamble' THEN 1 WHEN 'brand' THEN 2 WHEN 'unsupported' THEN 2 WHEN 'login' THEN 3 WHEN 'grant' THEN 4 END)
			WHEN 1 THEN 'preamble' WHEN 2 THEN 'brand' WHEN 3 THEN 'login' WHEN 4 THEN 'grant' END
		FROM json_array_elements("connect_sessions"."steps") AS "s"
	),
	"choices" = CASE WHEN "outcome" = 'granted' THEN coalesce((
		SELECT string_agg(CASE WHEN EXISTS (SELECT 1 FROM json_array_elements_text("connect_sessions"."refused") AS "r" WHERE "r" = "a"."value"->>'name') THEN '-' ELSE '' END || ("a"."value"->>'name'), ' ' ORDER BY "a"."place")
		FROM json_array_elements("connect_sessions"."request"->'asked') WITH ORDINALITY AS "a"("value", "place")
		WHERE NOT ("a"."value"->>'required')::boolean
	), '') END;
--> statement-breakpoint
UPDATE "authorizations" SET "inserted_at" = "created_at";
--> statement-breakpoint
UPDATE "machine_tokens" SET "inserted_at" = "issued_at";
--> statement-breakpoint
UPDATE "token_pairs" SET "inserted_at" = "issued_at";
--> statement-breakpoint
CREATE INDEX "authorizations_codes_kept" ON "authorizations" USING btree ("inserted_at") WHERE "authorizations"."code_digest" is not null;
--> statement-breakpoint
CREATE INDEX "connect_sessions_newest" ON "connect_sessions" USING btree ("client_id","started_at","id");
--> statement-breakpoint
CREATE INDEX "connect_sessions_by_outcome" ON "connect_sessions" USING btree ("client_id","outcome","started_at","id","touched_at","ended_at");
--> statement-breakpoint
CREATE INDEX "connect_sessions_by_user" ON "connect_sessions" USING btree ("client_id","user_start","started_at","id","outcome","touched_at","ended_at");
--> statement-breakpoint
CREATE INDEX "connect_sessions_counted" ON "connect_sessions" USING btree ("client_id","outcome","furthest","unsupported","choices");
--> statement-breakpoint
CREATE INDEX "connect_sessions_open" ON "connect_sessions" USING btree ("client_id","touched_at") WHERE "connect_sessions"."outcome" is null and "connect_sessions"."ended_at" is null;
--> statement-breakpoint
CREATE INDEX "connect_sessions_inserted_at" ON "connect_sessions" USING btree ("inserted_at");
--> statement-breakpoint
CREATE INDEX "connections_newest" ON "connections" USING btree ("client_id","updated_at","id");
--> statement-breakpoint
CREATE INDEX "machine_tokens_inserted_at" ON "machine_tokens" USING btree ("inserted_at");
