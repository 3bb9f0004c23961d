import type { House } from '#app/context.ts';
import { answerDue } from '../api/due-answer.ts';
import { readDueQuestion } from '../api/due-question.ts';

/** The due day for a start, with every step; open to anybody. `days` tries out another number of working days. */
export function loader({
	request,
	context,
}: {
	request: Request;
	context: { store: Pick<House['store'], 'lawAt' | 'position'> };
}) {
	const { searchParams } = new URL(request.url);
	const asked = readDueQuestion({
		clock: searchParams.get('clock'),
		from: searchParams.get('from'),
		extended: searchParams.get('extended'),
		days: searchParams.get('days'),
	});
	const { calendars } = context.store.lawAt(context.store.position());
	const answer = 'message' in asked ? asked : answerDue(asked, calendars.common);
	if ('message' in answer) return Response.json({ code: 'bad_question', message: answer.message }, { status: 400 });
	return Response.json(answer);
}
