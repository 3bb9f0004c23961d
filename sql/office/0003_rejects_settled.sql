ALTER TABLE "reject" ADD COLUMN "record" text;--> statement-breakpoint
ALTER TABLE "reject" ADD COLUMN "state" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "reject" ADD COLUMN "settled_at" bigint;--> statement-breakpoint
ALTER TABLE "reject" ADD COLUMN "settled_by" text;--> statement-breakpoint
ALTER TABLE "reject" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "reject" ADD COLUMN "tried_at" bigint;--> statement-breakpoint
ALTER TABLE "reject" ADD COLUMN "tried" text;--> statement-breakpoint
CREATE INDEX "reject_state" ON "reject" USING btree ("state","source_id","code","id");