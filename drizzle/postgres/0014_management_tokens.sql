CREATE TABLE "management_tokens" (
	"client_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"digest" "bytea" NOT NULL,
	"sealed" text COLLATE "C" NOT NULL,
	"made_at" bigint NOT NULL,
	CONSTRAINT "management_tokens_digest" CHECK (length("management_tokens"."digest") = 32)
);
--> statement-breakpoint
ALTER TABLE "management_tokens" ADD CONSTRAINT "management_tokens_client_id_applications_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."applications"("client_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX "management_tokens_digest" ON "management_tokens" USING btree ("digest");