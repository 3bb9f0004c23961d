import { answer } from '../api/answer.ts';
import { sourceData } from '../loaders/source.server.ts';

/** One source: its pulls, its last runs, and who did what to it. */
export const loader = answer('sources', ({ viewer, context, params }) =>
	sourceData(viewer, context, params.code ?? ''),
);
