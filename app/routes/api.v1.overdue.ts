import { answer } from '../api/answer.ts';
import { readFilters } from '../filters.ts';
import { overdueData, overdueOrder } from '../loaders/matters.server.ts';

/** The overdue list, with the page's own filters. */
export const loader = answer('figures', ({ viewer, asked, context, query }) =>
	overdueData(viewer, asked, context, readFilters(query, overdueOrder)),
);
