DROP INDEX "connect_sessions_by_outcome";--> statement-breakpoint
DROP INDEX "connect_sessions_newest";--> statement-breakpoint
DROP INDEX "connect_sessions_counted";--> statement-breakpoint
ALTER TABLE "connect_sessions" ADD COLUMN "version" bigint;--> statement-breakpoint
ALTER TABLE "connect_sessions" ADD COLUMN "response_type" text COLLATE "C" DEFAULT 'code' NOT NULL;--> statement-breakpoint
UPDATE "connect_sessions" SET
	"version" = ("request"->>'version')::bigint,
	"response_type" = coalesce("request"->>'responseType', 'code'),
	"choices" = CASE WHEN "choices" IS NULL AND "furthest" = 'grant' THEN coalesce((
		SELECT string_agg("a"."value"->>'name', ' ' ORDER BY "a"."place")
		FROM json_array_elements("connect_sessions"."request"->'asked') WITH ORDINALITY AS "a"("value", "place")
		WHERE NOT ("a"."value"->>'required')::boolean
	), '') ELSE "choices" END;--> statement-breakpoint
CREATE INDEX "connect_sessions_newest" ON "connect_sessions" USING btree ("client_id","started_at","id","outcome","furthest","version","response_type","make","authorization_id","touched_at","ended_at");--> statement-breakpoint
CREATE INDEX "connect_sessions_counted" ON "connect_sessions" USING btree ("client_id","outcome","furthest","unsupported","choices","version","response_type","make");
