DROP INDEX "connections_account_id";--> statement-breakpoint
CREATE INDEX "connections_of_account" ON "connections" USING btree ("account_id","client_id","mode");