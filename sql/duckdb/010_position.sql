-- Where this read model stands: one row. `seq` is always the end of a ledger batch and `chain` the hash there, so that a
-- rewritten ledger is noticed. `made_with` is the fingerprint of everything the rows depend on but the ledger.
create table position (
	seq integer not null,
	chain varchar not null,
	made_with varchar not null,
);
