import type { LoaderFunctionArgs } from '@remix-run/node';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { answerDue } from '../api/due-answer.ts';
import { readDueQuestion } from '../api/due-question.ts';

/** The due day for a start, with every step; open to anybody. `days` tries out another number of working days. */
export function loader({ request }: Pick<LoaderFunctionArgs, 'request'>) {
	const { searchParams } = new URL(request.url);
	const asked = readDueQuestion({
		clock: searchParams.get('clock'),
		from: searchParams.get('from'),
		extended: searchParams.get('extended'),
		days: searchParams.get('days'),
	});
	const answer = 'message' in asked ? asked : answerDue(asked, stateCouncil());
	if ('message' in answer) return Response.json({ code: 'bad_question', message: answer.message }, { status: 400 });
	return Response.json(answer);
}
