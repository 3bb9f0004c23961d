import { answer } from '../api/answer.ts';
import { caseData } from '../loaders/case.server.ts';

/** One case: events, clock runs and the explanation of each. */
export const loader = answer('figures', ({ viewer, asked, context, params, query }) =>
	caseData(viewer, asked, context, { caseId: params.case ?? '', line: query.get('line') }),
);
