import type { Right } from '../auth/rights.ts';

/** The right a measure needs: the same as its page. */
export function rightFor(name: string): Right {
	if (name === 'sources') return 'sources';
	return name === 'doubts' ? 'doubts' : 'figures';
}
