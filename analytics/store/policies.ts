import type { DuckDBConnection } from '@duckdb/node-api';
import type { Policy } from '#analytics/law/policy.ts';
import { versionsFrom } from './versions.ts';
import { versionsInto } from './write.ts';

/** A way to bring the table `policy` (sql/duckdb/025_policy.sql) from one set of policies to another, from a `seq` on. */
export async function policiesInto(
	connection: DuckDBConnection,
): Promise<(before: readonly Policy[], after: readonly Policy[], seq: number) => Promise<void>> {
	const save = await versionsInto(connection, 'policy', { effective: 'DATE' });
	return async (before, after, seq) => {
		const versions = versionsFrom(rowsOf(before));
		versions.stand(rowsOf(after), seq);
		await save([versions]);
	};
}

/** The readings that SQL itself applies, by the day they take effect. */
function rowsOf(policies: readonly Policy[]) {
	return new Map(
		policies.map(({ effective, otherOrgans, verticalBodies, countingUnit }) => [
			effective,
			{ effective, other_organs: otherOrgans, vertical_bodies: verticalBodies, counting_unit: countingUnit },
		]),
	);
}
