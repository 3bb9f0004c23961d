-- The ledger's head before the first event, and the authority's own acts as a source nobody can push to.
INSERT INTO "ledger_head" ("only", "seq", "chain", "rejects")
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0);
--> statement-breakpoint
INSERT INTO "source" ("id", "code", "name", "region", "config", "token_hash", "sample", "paused", "created_at")
VALUES (1, 'office', '数据主管部门履职记录', NULL, '{"connect":{"kind":"push"}}', NULL, false, false,
	CAST(extract(epoch FROM now()) * 1000 AS bigint));
--> statement-breakpoint
INSERT INTO "source_cursor" ("source_id", "fence", "failures") VALUES (1, 0, 0);
