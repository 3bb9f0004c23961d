import type { Calendar } from '#analytics/law/calendar.ts';
import type { Law } from '#analytics/store/statutes.ts';
import type { House } from '#app/context.ts';
import { answerDue } from '../api/due-answer.ts';
import { calendarOfBody } from '../api/due-calendar.ts';
import { readDueQuestion } from '../api/due-question.ts';

type Asking = { request: Request; context: { store: Pick<House['store'], 'lawAt' | 'position'> } };

/** The due day for a start, with every step, by the calendar of the house (of a `region`); open to anybody. */
export function loader({ request, context }: Asking) {
	const law = context.store.lawAt(context.store.position());
	const region = new URL(request.url).searchParams.get('region')?.trim() || null;
	if (region !== null && !/^\d{6}$/.test(region)) return refused(`地区“${region}”不正确，应为六位行政区划代码。`);
	return answer(request, law, law.calendars.of(region).calendar);
}

/** The same by the calendar in the body: any that the command line reads from a file. */
export async function action({ request, context }: Asking) {
	const read = await calendarOfBody(request);
	if ('message' in read) return refused(read.message, read.status);
	return answer(request, context.store.lawAt(context.store.position()), read.calendar);
}

function answer(request: Request, { policies }: Pick<Law, 'policies'>, calendar: Calendar): Response {
	const { searchParams } = new URL(request.url);
	const asked = readDueQuestion(name => searchParams.get(name));
	const found = 'message' in asked ? asked : answerDue(asked, policies, calendar);
	return 'message' in found ? refused(found.message) : Response.json(found);
}

function refused(message: string, status = 400): Response {
	return Response.json({ code: 'bad_question', message }, { status });
}
