CREATE TABLE "ledger_batch" (
	"source_id" integer NOT NULL,
	"first_seq" bigint NOT NULL,
	"last_seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"previous" text NOT NULL,
	CONSTRAINT "ledger_batch_source_id_last_seq_pk" PRIMARY KEY("source_id","last_seq")
);
--> statement-breakpoint
CREATE TABLE "ledger_event" (
	"source_id" integer NOT NULL,
	"seq" bigint NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"subject" text,
	"occurred_at" bigint NOT NULL,
	"day_only" boolean NOT NULL,
	"recorded_at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"digest" text NOT NULL,
	"mapping" text,
	"data" text NOT NULL,
	CONSTRAINT "ledger_event_source_id_seq_pk" PRIMARY KEY("source_id","seq"),
	CONSTRAINT "ledger_event_identity" UNIQUE("source_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "ledger_head" (
	"only" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"chain" text NOT NULL,
	"rejects" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reject" (
	"id" bigint PRIMARY KEY NOT NULL,
	"source_id" integer NOT NULL,
	"received_at" bigint NOT NULL,
	"raw" text NOT NULL,
	"code" text NOT NULL,
	"message" text NOT NULL,
	"event_id" text,
	"mapping" text,
	"digest" text NOT NULL,
	CONSTRAINT "reject_identity" UNIQUE("source_id","digest")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" integer PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"region" text,
	"config" text NOT NULL,
	"token_hash" text,
	"sample" boolean NOT NULL,
	"paused" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "source_code_unique" UNIQUE("code"),
	CONSTRAINT "source_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "source_cursor" (
	"source_id" integer PRIMARY KEY NOT NULL,
	"cursor" text,
	"fence" bigint NOT NULL,
	"lease_until" bigint,
	"last_run_at" bigint,
	"last_ok_at" bigint,
	"last_count" integer,
	"last_error" text,
	"failures" integer NOT NULL,
	"next_run_at" bigint
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"role" text NOT NULL,
	"department" text,
	"password" text NOT NULL,
	CONSTRAINT "account_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"hash" text PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in" (
	"name" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" bigint NOT NULL,
	"locked_until" bigint
);
--> statement-breakpoint
CREATE TABLE "token" (
	"hash" text PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token" ADD CONSTRAINT "token_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_batch_last_seq" ON "ledger_batch" USING btree ("last_seq");--> statement-breakpoint
CREATE INDEX "ledger_event_seq" ON "ledger_event" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "reject_source" ON "reject" USING btree ("source_id","id");--> statement-breakpoint
CREATE INDEX "session_expires_at" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_last_at" ON "sign_in" USING btree ("last_at");