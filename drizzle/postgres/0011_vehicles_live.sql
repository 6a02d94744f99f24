CREATE TABLE "permission_uses" (
	"connection_id" text COLLATE "C" NOT NULL,
	"permission" text COLLATE "C" NOT NULL,
	"last_used_at" bigint NOT NULL,
	CONSTRAINT "permission_uses_connection_id_permission_pk" PRIMARY KEY("connection_id","permission")
);
--> statement-breakpoint
CREATE TABLE "vehicle_calls" (
	"client_id" text COLLATE "C" NOT NULL,
	"vehicle_id" text COLLATE "C" NOT NULL,
	"month" text COLLATE "C" NOT NULL,
	"calls" bigint NOT NULL,
	CONSTRAINT "vehicle_calls_client_id_vehicle_id_month_pk" PRIMARY KEY("client_id","vehicle_id","month"),
	CONSTRAINT "vehicle_calls_month" CHECK (length("vehicle_calls"."month") = 7)
);
--> statement-breakpoint
CREATE TABLE "vehicle_lives" (
	"vehicle_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"life" json NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "vehicle_lives_life" CHECK ("vehicle_lives"."life" is not null)
);
--> statement-breakpoint
ALTER TABLE "rehearsal" DROP CONSTRAINT "rehearsal_offset_ms";--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "password_changes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "v3_dialect" text COLLATE "C" DEFAULT '2026' NOT NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "powertrain_filter" json;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "monthly_calls" bigint;--> statement-breakpoint
ALTER TABLE "rehearsal" ADD COLUMN "frozen_at" bigint;--> statement-breakpoint
ALTER TABLE "vehicle_accounts" ADD COLUMN "password_changes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "vehicles" ADD COLUMN "profile" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "vehicles" ADD COLUMN "added_at" bigint;--> statement-breakpoint
ALTER TABLE "vehicles" ADD COLUMN "deleted_at" bigint;--> statement-breakpoint
ALTER TABLE "permission_uses" ADD CONSTRAINT "permission_uses_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicle_calls" ADD CONSTRAINT "vehicle_calls_client_id_applications_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."applications"("client_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "vehicle_calls" ADD CONSTRAINT "vehicle_calls_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "public"."vehicles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicle_lives" ADD CONSTRAINT "vehicle_lives_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "public"."vehicles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_v3_dialect" CHECK ("applications"."v3_dialect" in ('2026', '2025'));--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_monthly_calls" CHECK ("applications"."monthly_calls" >= 0);