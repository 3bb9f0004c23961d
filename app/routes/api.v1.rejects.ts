import { answer } from '../api/answer.ts';
import { whole } from '../filters.ts';
import { rejectsData } from '../loaders/rejects.server.ts';

/** What was rejected, with raw text and reason. */
export const loader = answer('rejects', ({ asked, context, query }) =>
	rejectsData(asked, context, {
		source: query.get('source') || null,
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	}),
);
