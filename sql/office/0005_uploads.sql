CREATE TABLE "upload" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" integer NOT NULL,
	"file" text NOT NULL,
	"size" bigint NOT NULL,
	"digest" text NOT NULL,
	"mapping" text NOT NULL,
	"account" text NOT NULL,
	"started_at" bigint NOT NULL,
	"moved_at" bigint NOT NULL,
	"state" text NOT NULL,
	"rows" bigint NOT NULL,
	"accepted" bigint NOT NULL,
	"duplicates" bigint NOT NULL,
	"rejected" bigint NOT NULL,
	"message" text
);
--> statement-breakpoint
CREATE INDEX "upload_started" ON "upload" USING btree ("started_at");