import type { Right } from '../auth/rights.ts';

const reconciliation = ['case_candidates', 'case_decisions', 'conflicts', 'delivery_pairs', 'delivery_gaps'];

/** The right a measure needs: the same as its page. */
export function rightFor(name: string): Right {
	if (reconciliation.includes(name)) return 'reconciliation';
	if (name === 'sources') return 'sources';
	return name === 'doubts' ? 'doubts' : 'figures';
}
