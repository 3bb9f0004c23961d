import { answer } from '../api/answer.ts';
import { sourcesData } from '../loaders/sources.server.ts';

/** The platforms: volume, freshness, errors. */
export const loader = answer('sources', ({ viewer, asked, context }) => sourcesData(viewer, asked, context));
