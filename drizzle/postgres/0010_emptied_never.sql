-- TRUNCATE deletes rows without asking the triggers of each row.
CREATE FUNCTION "refuse_to_empty"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'The rows of % are only deleted with their application', TG_TABLE_NAME;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "versions_are_never_emptied" BEFORE TRUNCATE ON "versions"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_empty"();
--> statement-breakpoint
CREATE TRIGGER "consents_are_never_emptied" BEFORE TRUNCATE ON "consents"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_empty"();
