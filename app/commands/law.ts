import { explainDue } from '#analytics/cases/explain.ts';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { readDueQuestion } from '../api/due-question.ts';
import { type Command, WrongCall, word } from './command.ts';

export const dueOf: Command = {
	usage: 'due 时限 起算日或时刻 [--extended 延长工作日]',
	async run(call) {
		const asked = readDueQuestion({
			clock: word(call, 0, '时限'),
			from: word(call, 1, '起算日或时刻'),
			extended: call.options.extended ?? null,
		});
		if ('message' in asked) throw new WrongCall(asked.message);
		const slip = explainDue(asked.clock, asked.from, asked.extended, stateCouncil());
		const lines = slip.steps.map(step => `${step.day}\t${step.text}`);
		return { lines, result: slip.dueOn ?? '', data: { ...slip, due: slip.dueOn } };
	},
};
