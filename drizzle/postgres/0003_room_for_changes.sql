-- A row that is changed in its page touches no index. Otherwise two writes whose rows are neighbours in
-- an index, such as codes given out one after the other, are in each other's way and done again.
ALTER TABLE "authorizations" SET (fillfactor = 50);
--> statement-breakpoint
ALTER TABLE "token_pairs" SET (fillfactor = 70);
--> statement-breakpoint
ALTER TABLE "connect_sessions" SET (fillfactor = 50);
--> statement-breakpoint
ALTER TABLE "client_secrets" SET (fillfactor = 50);
--> statement-breakpoint
ALTER TABLE "drafts" SET (fillfactor = 50);
