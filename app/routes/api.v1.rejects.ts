import { answer } from '../api/answer.ts';
import { readRejects, rejectsData } from '../loaders/rejects.server.ts';

/** What was rejected, with raw text, reason, and what has been done about it. */
export const loader = answer('rejects', ({ asked, context, query }) => rejectsData(asked, context, readRejects(query)));
