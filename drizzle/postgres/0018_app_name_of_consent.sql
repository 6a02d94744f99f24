ALTER TABLE "consents" ADD COLUMN "app_name" text COLLATE "C";
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "refuse_to_change_a_consent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (
		(NEW."id", NEW."app_name", NEW."account_id", NEW."mode", NEW."vehicle_ids"::text, NEW."asked"::text, NEW."granted"::text,
			NEW."version", NEW."language", NEW."kind", NEW."by", NEW."owner_id", NEW."at")
		IS NOT DISTINCT FROM
		(OLD."id", OLD."app_name", OLD."account_id", OLD."mode", OLD."vehicle_ids"::text, OLD."asked"::text, OLD."granted"::text,
			OLD."version", OLD."language", OLD."kind", OLD."by", OLD."owner_id", OLD."at")
		AND NOT EXISTS (SELECT 1 FROM "applications" WHERE "client_id" = OLD."client_id")
		AND EXISTS (SELECT 1 FROM "applications" WHERE "client_id" = NEW."client_id")
		AND EXISTS (
			SELECT 1 FROM "former_client_ids"
			WHERE "former_id" = OLD."client_id" AND "client_id" IN (OLD."client_id", NEW."client_id")
		)
	) THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'A consent is never changed';
END;
$$;
