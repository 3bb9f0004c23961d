import { answer } from '../api/answer.ts';
import { readBoard, scoresData } from '../loaders/scores.server.ts';

/** One table of scores as the page shows it: ranks beside those of the period before, with what was adjusted in between. */
export const loader = answer('figures', ({ viewer, asked, context, query }) =>
	scoresData(viewer, asked, context, readBoard(query.get('board'))),
);
