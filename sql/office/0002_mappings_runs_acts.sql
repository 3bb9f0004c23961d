CREATE TABLE "mapping" (
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"created_at" bigint NOT NULL,
	"author" text NOT NULL,
	CONSTRAINT "mapping_name_version_pk" PRIMARY KEY("name","version")
);
--> statement-breakpoint
CREATE TABLE "source_act" (
	"no" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"account" text NOT NULL,
	"act" text NOT NULL,
	"target" text NOT NULL,
	"detail" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_run" (
	"source_id" integer NOT NULL,
	"no" bigint NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint NOT NULL,
	"times" integer NOT NULL,
	"pages" integer NOT NULL,
	"accepted" integer NOT NULL,
	"duplicates" integer NOT NULL,
	"rejected" integer NOT NULL,
	"fault" text,
	CONSTRAINT "source_run_source_id_no_pk" PRIMARY KEY("source_id","no")
);
--> statement-breakpoint
CREATE INDEX "source_act_target" ON "source_act" USING btree ("target","no");