ALTER TABLE "drafts" ADD COLUMN "purposes" json DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "purposes" json DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "refuse_to_change_a_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (
		(NEW."number", NEW."selection"::text, NEW."access"::text, NEW."purposes"::text, NEW."scope",
			NEW."message", NEW."verdict", NEW."catalog_revision", NEW."published_by", NEW."published_at")
		IS NOT DISTINCT FROM
		(OLD."number", OLD."selection"::text, OLD."access"::text, OLD."purposes"::text, OLD."scope",
			OLD."message", OLD."verdict", OLD."catalog_revision", OLD."published_by", OLD."published_at")
		AND NOT EXISTS (SELECT 1 FROM "applications" WHERE "client_id" = OLD."client_id")
		AND EXISTS (SELECT 1 FROM "applications" WHERE "client_id" = NEW."client_id")
		AND EXISTS (
			SELECT 1 FROM "former_client_ids"
			WHERE "former_id" = OLD."client_id" AND "client_id" IN (OLD."client_id", NEW."client_id")
		)
	) THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'A published version is never changed';
END;
$$;
