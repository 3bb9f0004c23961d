import { calendarOf, stateCouncil } from '#analytics/law/calendar.ts';
import { clocks } from '#analytics/law/clocks.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { answerDue, type DueAnswer } from '../api/due-answer.ts';
import { type Given, readDueQuestion } from '../api/due-question.ts';
import { readCalendar } from './calendar.ts';
import { type Call, type FreeCommand, WrongCall, word } from './command.ts';
import { readPolicyFile } from './policy-file.ts';

/** The due day of a clock, day by day: on the shipped calendar or on a file's, with the statutory or a given number of days. */
export const dueOf: FreeCommand = {
	usage:
		'due 时限 起算日或时刻 [--extended 延长工作日] [--days 工作日数] [--calendar 日历文件] [--policy 口径文件] [--口径字段 值]',
	async run(call) {
		const { calendar: path, policy } = call.options;
		const asked = readDueQuestion(givenIn(call));
		if ('message' in asked) throw new WrongCall(asked.message);
		const policies = policy === undefined ? defaultPolicies : [readPolicyFile(call, policy)];
		const file = path === undefined ? null : readCalendar(call, path);
		if (file !== null && file.problems.length > 0) {
			throw new Error(
				[`日历文件 ${path} 有${file.problems.length}处读不懂，不能据以计算：`, ...file.problems].join('\n'),
			);
		}
		const answer = answerDue(asked, policies, file === null ? stateCouncil() : calendarOf(file.years, file.rules));
		if ('message' in answer) throw new WrongCall(answer.message);
		const { clock, days } = asked.trial;
		const basis = days === null ? `${answer.article}：${answer.says}` : answer.says;
		const local = answer.statutory || days !== null ? '' : '（非法定时限）';
		const lines = [
			`${clocks[clock].zh}${local}\t${basis}`,
			`日历\t${file?.name ?? '国务院放假通知'}（${answer.calendar_version}）`,
			`口径\t${sayVersion(answer.policy_version)}`,
			...answer.steps.map(step => `${step.day}\t${step.text}`),
		];
		return { lines, result: [answer.due, answer.due_hour].filter(Boolean).join(' '), data: answer };
	},
};

/** The words after the verb, then the options, of which the names of readings may be written with hyphens. */
function givenIn(call: Call): Given {
	const words: Record<string, string> = { clock: word(call, 0, '时限'), from: word(call, 1, '起算日或时刻') };
	const { policy: _file, calendar: _calendar, ...options } = call.options;
	const named = Object.entries(options).map(([name, value]) => [name.replaceAll('-', '_'), value] as const);
	const given = new Map(named);
	return name => words[name] ?? given.get(name.replaceAll('-', '_')) ?? null;
}

function sayVersion({ document, altered }: DueAnswer['policy_version']): string {
	const base = document ?? '系统缺省口径';
	return altered.length === 0 ? base : `${base}，另行指定：${altered.join('、')}`;
}
