import type { Right } from '../auth/rights.ts';

const reconciliation = ['case_candidates', 'case_decisions', 'conflicts', 'delivery_pairs', 'delivery_gaps'];

/** The right a measure needs: the same as its page. */
export function rightFor(name: string): Right {
	if (reconciliation.includes(name)) return 'reconciliation';
	if (['backdated', 'backdating', 'evidence_officers'].includes(name)) return 'evidence';
	if (name === 'patterns' || name === 'pattern_cases') return 'patterns';
	if (name === 'feed_findings' || name === 'feed_quality') return 'sources';
	if (name === 'sources' || name === 'restarts') return name;
	return name === 'doubts' ? 'doubts' : 'figures';
}
