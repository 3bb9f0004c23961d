import { calendarOf, stateCouncil } from '#analytics/law/calendar.ts';
import { clocks } from '#analytics/law/clocks.ts';
import { answerDue } from '../api/due-answer.ts';
import { readDueQuestion } from '../api/due-question.ts';
import { readCalendar } from './calendar.ts';
import { type FreeCommand, WrongCall, word } from './command.ts';

/** The due day of a clock, day by day: on the shipped calendar or on a file's, with the statutory or a given number of days. */
export const dueOf: FreeCommand = {
	usage: 'due 时限 起算日或时刻 [--extended 延长工作日] [--days 工作日数] [--calendar 日历文件]',
	async run(call) {
		const { extended = null, days = null, calendar: path } = call.options;
		const asked = readDueQuestion({
			clock: word(call, 0, '时限'),
			from: word(call, 1, '起算日或时刻'),
			extended,
			days,
		});
		if ('message' in asked) throw new WrongCall(asked.message);
		const file = path === undefined ? null : readCalendar(call, path);
		if (file !== null && file.problems.length > 0) {
			throw new Error(
				[`日历文件 ${path} 有${file.problems.length}处读不懂，不能据以计算：`, ...file.problems].join('\n'),
			);
		}
		const answer = answerDue(asked, file === null ? stateCouncil() : calendarOf(file.years, file.rules));
		if ('message' in answer) throw new WrongCall(answer.message);
		const basis = days === null ? `${answer.article}：${answer.says}` : answer.says;
		const local = answer.statutory || days !== null ? '' : '（非法定时限）';
		const lines = [
			`${clocks[asked.clock].zh}${local}\t${basis}`,
			`日历\t${file?.name ?? '国务院放假通知'}（${answer.calendar_version}）`,
			...answer.steps.map(step => `${step.day}\t${step.text}`),
		];
		return { lines, result: answer.due ?? '', data: answer };
	},
};
