import { answer } from '../api/answer.ts';
import { departmentData } from '../loaders/departments.server.ts';

/** One department's profile. */
export const loader = answer('figures', ({ viewer, asked, context, params }) =>
	departmentData(viewer, asked, context, params.code ?? ''),
);
