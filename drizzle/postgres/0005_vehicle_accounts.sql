ALTER TABLE "owners" RENAME TO "vehicle_accounts";
--> statement-breakpoint
ALTER TABLE "vehicles" RENAME COLUMN "owner_id" TO "account_id";
--> statement-breakpoint
ALTER TABLE "connections" RENAME COLUMN "owner_id" TO "account_id";
--> statement-breakpoint
ALTER TABLE "authorizations" RENAME COLUMN "owner_id" TO "account_id";
--> statement-breakpoint
ALTER TABLE "connect_sessions" RENAME COLUMN "owner_id" TO "account_id";
--> statement-breakpoint
ALTER TABLE "vehicle_accounts" RENAME CONSTRAINT "owners_pkey" TO "vehicle_accounts_pkey";
--> statement-breakpoint
ALTER TABLE "vehicles" RENAME CONSTRAINT "vehicles_owner_id_owners_id_fk" TO "vehicles_account_id_vehicle_accounts_id_fk";
--> statement-breakpoint
ALTER TABLE "connections" RENAME CONSTRAINT "connections_owner_id_owners_id_fk" TO "connections_account_id_vehicle_accounts_id_fk";
--> statement-breakpoint
ALTER TABLE "authorizations" RENAME CONSTRAINT "authorizations_owner_id_owners_id_fk" TO "authorizations_account_id_vehicle_accounts_id_fk";
--> statement-breakpoint
ALTER TABLE "connect_sessions" RENAME CONSTRAINT "connect_sessions_owner_id_owners_id_fk" TO "connect_sessions_account_id_vehicle_accounts_id_fk";
--> statement-breakpoint
ALTER INDEX "owners_account" RENAME TO "vehicle_accounts_once";
--> statement-breakpoint
ALTER INDEX "connections_owner_id" RENAME TO "connections_account_id";
