CREATE TABLE "told_ids" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"mode" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C",
	"vehicle_id" text COLLATE "C",
	CONSTRAINT "told_ids_mode" CHECK ("told_ids"."mode" in ('live', 'simulated')),
	CONSTRAINT "told_ids_of" CHECK (("told_ids"."account_id" is null) <> ("told_ids"."vehicle_id" is null))
);
--> statement-breakpoint
ALTER TABLE "told_ids" ADD CONSTRAINT "told_ids_account_id_vehicle_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."vehicle_accounts"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "told_ids" ADD CONSTRAINT "told_ids_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "public"."vehicles"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "told_ids_account" ON "told_ids" USING btree ("account_id","mode");
--> statement-breakpoint
CREATE UNIQUE INDEX "told_ids_vehicle" ON "told_ids" USING btree ("vehicle_id","mode");
--> statement-breakpoint
-- Of accounts that are one from now on, the oldest stays; the others, and their vehicles, leave their ids.
INSERT INTO "told_ids" ("id", "mode", "account_id")
SELECT "other"."id", "other"."mode", "kept"."id"
FROM "vehicle_accounts" AS "other"
JOIN "vehicle_accounts" AS "kept" ON "kept"."id" = (
	SELECT "any"."id" FROM "vehicle_accounts" AS "any"
	WHERE "any"."make" = "other"."make" AND "any"."username" = "other"."username"
	ORDER BY "any"."created_at", "any"."id" LIMIT 1
)
WHERE "other"."id" <> "kept"."id";
--> statement-breakpoint
INSERT INTO "told_ids" ("id", "mode", "vehicle_id")
SELECT "vehicles"."id", "account"."mode", "kept"."id"
FROM "told_ids" AS "account"
JOIN "vehicles" ON "vehicles"."account_id" = "account"."id"
JOIN "vehicles" AS "kept" ON "kept"."account_id" = "account"."account_id" AND "kept"."vin" = "vehicles"."vin";
--> statement-breakpoint
ALTER TABLE "authorizations" ADD COLUMN "mode" text COLLATE "C";
--> statement-breakpoint
UPDATE "authorizations" SET "mode" = "a"."mode" FROM "vehicle_accounts" AS "a" WHERE "a"."id" = "account_id";
--> statement-breakpoint
ALTER TABLE "authorizations" ALTER COLUMN "mode" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "authorizations" ADD CONSTRAINT "authorizations_mode" CHECK ("authorizations"."mode" in ('live', 'simulated'));
--> statement-breakpoint
UPDATE "authorizations" SET "account_id" = "t"."account_id" FROM "told_ids" AS "t" WHERE "t"."id" = "authorizations"."account_id";
--> statement-breakpoint
UPDATE "authorizations" SET "vehicle_ids" = (
	SELECT ('[' || string_agg(to_json(coalesce("t"."vehicle_id", "held"."id"))::text, ',' ORDER BY "held"."place") || ']')::json
	FROM json_array_elements_text("authorizations"."vehicle_ids") WITH ORDINALITY AS "held"("id", "place")
	LEFT JOIN "told_ids" AS "t" ON "t"."id" = "held"."id"
)
WHERE EXISTS (
	SELECT 1 FROM json_array_elements_text("authorizations"."vehicle_ids") AS "held"("id") JOIN "told_ids" AS "t" ON "t"."id" = "held"."id"
);
--> statement-breakpoint
DROP INDEX "connections_once";
--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "mode" text COLLATE "C";
--> statement-breakpoint
UPDATE "connections" SET "mode" = "a"."mode" FROM "vehicle_accounts" AS "a" WHERE "a"."id" = "account_id";
--> statement-breakpoint
ALTER TABLE "connections" ALTER COLUMN "mode" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_mode" CHECK ("connections"."mode" in ('live', 'simulated'));
--> statement-breakpoint
UPDATE "connections" SET "account_id" = "t"."account_id" FROM "told_ids" AS "t" WHERE "t"."id" = "connections"."account_id";
--> statement-breakpoint
UPDATE "connections" SET "vehicle_id" = "t"."vehicle_id" FROM "told_ids" AS "t" WHERE "t"."id" = "connections"."vehicle_id";
--> statement-breakpoint
CREATE UNIQUE INDEX "connections_once" ON "connections" USING btree ("client_id","vehicle_id","mode");
--> statement-breakpoint
UPDATE "connect_sessions" SET "account_id" = "t"."account_id" FROM "told_ids" AS "t" WHERE "t"."id" = "connect_sessions"."account_id";
--> statement-breakpoint
DELETE FROM "vehicles" WHERE "id" IN (SELECT "id" FROM "told_ids");
--> statement-breakpoint
UPDATE "vehicles" SET "account_id" = "t"."account_id" FROM "told_ids" AS "t" WHERE "t"."id" = "vehicles"."account_id";
--> statement-breakpoint
DELETE FROM "vehicle_accounts" WHERE "id" IN (SELECT "id" FROM "told_ids");
--> statement-breakpoint
DROP INDEX "vehicle_accounts_once";
--> statement-breakpoint
ALTER TABLE "vehicle_accounts" DROP COLUMN "mode";
--> statement-breakpoint
CREATE UNIQUE INDEX "vehicle_accounts_once" ON "vehicle_accounts" USING btree ("make","username");
