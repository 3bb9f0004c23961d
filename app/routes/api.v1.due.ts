import type { LoaderFunctionArgs } from '@remix-run/node';
import { explainDue } from '#analytics/cases/explain.ts';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { readDueQuestion } from '../api/due-question.ts';

/** The due day for a start, with every step; open to anybody. */
export function loader({ request }: LoaderFunctionArgs) {
	const { searchParams } = new URL(request.url);
	const asked = readDueQuestion({
		clock: searchParams.get('clock'),
		from: searchParams.get('from'),
		extended: searchParams.get('extended'),
	});
	if ('message' in asked) return Response.json({ code: 'bad_question', message: asked.message }, { status: 400 });
	const slip = explainDue(asked.clock, asked.from, asked.extended, stateCouncil());
	return Response.json({ ...slip, due: slip.dueOn });
}
