import { answer } from '../api/answer.ts';
import { readSlipQuestion, slipAnswer, slipData } from '../loaders/slip.server.ts';

/** How one clock of a case came to its due day, day by day, and on which calendar and reading that rests. */
export const loader = answer('figures', async ({ viewer, asked, context, params, query }) =>
	slipAnswer(await slipData(viewer, asked, context, readSlipQuestion(params.case ?? '', query), query)),
);
