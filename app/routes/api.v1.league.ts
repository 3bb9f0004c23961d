import { answer } from '../api/answer.ts';
import { leagueData } from '../loaders/league.server.ts';

/** The league table, as the page shows it. */
export const loader = answer('figures', ({ viewer, asked, context, query }) =>
	leagueData(viewer, asked, context, query.get('by') ?? 'total'),
);
