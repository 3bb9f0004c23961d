import { type Deed, moment } from './deeds.ts';
import type { Dice } from './dice.ts';
import { deedOf } from './draw.ts';
import { DAY, dayAt, MINUTE } from './fingers.ts';

/** What happens in a random matter, kind by kind of matter. */

const requests = [
	...['agree', 'agree', 'agree', 'partial', 'partial bare', 'refuse', 'refuse bare', 'refuse6'],
	...['notice', 'notice', 'notice', 'notice bare', 'resubmit', 'resubmit', 'extend', 'extend', 'tell'],
	...['provide', 'provide', 'reject', 'reject', 'reject bare', 'uphold', 'dismiss'],
	...['withdraw', 'receive'],
];

/** What usually follows what, and within how many days. */
const stories: readonly (readonly Step[])[] = [
	'agree 12, provide 27, reject 8, dismiss 6, provide 9',
	'agree 12, provide 27, reject 8, provide 5, uphold 6, provide 9',
	'agree 12, provide 27, reject 8, withdraw 4, uphold 6, dismiss 6',
	'notice 12, resubmit 16, extend 9, tell 6, agree 18',
	'notice 3, resubmit 5, agree 2, agree 6',
	'extend 16, tell 6, notice 8, extend 8, partial 14, agree 9',
	'withdraw 14, receive 9, agree 14, provide 20, withdraw 20',
].map(story => story.split(', ').map(stepOf));

type Step = { kind: string; within: number };

function stepOf(step: string): Step {
	const [kind = '', within = ''] = step.split(' ');
	return { kind, within: Number(within) };
}

/** A request: received, for the whole case or line by line, and up to eight acts. */
export function request(dice: Dice, day: number): Deed[] {
	const lines = dice.percent(25) ? ['', '', '1', '2'] : [''];
	const byLine = lines.length > 1 && dice.percent(50);
	const deeds = (byLine ? ['1', '2'] : ['']).map((line, n) => ({ ...receiptOf(dice, n, day), line }));
	for (const [kind, on] of courseOf(dice, day)) {
		deeds.push({ ...actOf(dice, deeds.length + 2, kind, on), line: dice.pick(lines) });
	}
	return dice.percent(5) ? passedOn(dice, day, deeds, dice.pick(lines)) : deeds;
}

/** Half of the requests go by a story and a little more; of the others anything may become. */
function courseOf(dice: Dice, day: number): [kind: string, on: number][] {
	const isStory = dice.percent(50);
	let on = day;
	const course = (isStory ? dice.pick(stories) : []).map(({ kind, within }): [string, number] => {
		on += dice.below(within);
		return [kind, on];
	});
	const told = course.filter(() => dice.percent(88));
	for (let left = dice.below(isStory ? 3 : 8); left > 0; left--) {
		told.push([dice.pick(requests), day + dice.pick([0, 0, 1, 2]) * 12 + dice.below(16) - 1]);
	}
	return told;
}

/** Transferred to a department that replies and provides without ever reporting a receipt. */
function passedOn(dice: Dice, day: number, deeds: Deed[], line: string): Deed[] {
	const once = deeds.filter(({ kind, id }) => kind !== 'receive' || id < 'c');
	return [
		...once,
		{ ...actOf(dice, 20, 'transfer', day + dice.pick([0, 1, dice.below(20)])), line },
		{ ...actOf(dice, 21, 'agree', day + dice.below(40)), away: true },
		{ ...actOf(dice, 22, 'provide', day + dice.below(60)), away: true },
	];
}

function receiptOf(dice: Dice, id: number, day: number): Deed {
	const deed = deedOf(dice, id, 'receive', day);
	const arrived = moment(deed);
	if (dice.percent(70)) deed.signed = arrived + (dice.below(9) - 1) * DAY + dice.below(1440) * MINUTE;
	if (dice.percent(30)) deed.precheck = arrived + (dice.below(8) - 6) * DAY - dice.below(1440) * MINUTE;
	return deed;
}

function actOf(dice: Dice, id: number, kind: string, on: number): Deed {
	if (kind === 'receive') return receiptOf(dice, id, on + 1);
	const deed = deedOf(dice, id, kind, on);
	if (kind === 'extend') deed.days = 1 + dice.below(12);
	if (kind.startsWith('partial') && dice.percent(60)) deed.agreed = [dice.pick(['1', '2'])];
	return deed;
}

/** Applications to verify and correct, and what was fed back. */
export function correction(dice: Dice, day: number): Deed[] {
	const kinds = ['receive correction', 'feed', 'feed', 'defer'] as const;
	const deeds = [deedOf(dice, 0, 'receive correction', day)];
	const within = dice.pick([26, 26, 5, 2]);
	const count = dice.below(6);
	for (let n = 1; n <= count; n++) deeds.push(deedOf(dice, n, dice.pick(kinds), day + dice.below(within) - 1));
	return deeds;
}

/** A change of a catalogue, sometimes two, and what is submitted, returned, published. */
export function catalogue(dice: Dice, day: number): Deed[] {
	const kinds = ['submit', 'submit', 'submit', 'return', 'return', 'prolong', 'publish'] as const;
	const deeds = [triggerOf(dice, 0, day)];
	if (dice.percent(15)) deeds.push(triggerOf(dice, 1, day + dice.below(30)));
	const within = dice.pick([30, 30, 18, 6]);
	const count = dice.below(7);
	for (let n = 2; n < count + 2; n++) {
		const deed = deedOf(dice, n, dice.pick(kinds), day + dice.below(within) - 4);
		if (deed.kind === 'prolong') deed.days = 1 + dice.below(6);
		deeds.push(deed);
	}
	return deeds;
}

function triggerOf(dice: Dice, id: number, day: number): Deed {
	const { occurred, ...deed } = deedOf(dice, id, 'trigger', day + dice.below(10) - 6);
	return { ...deed, occurred, recorded: occurred, ...(dice.percent(85) ? { on: day } : {}) };
}

/** Records of use, some to be destroyed too early. */
export function records(dice: Dice, day: number): Deed[] {
	return Array.from({ length: 1 + dice.below(2) }, (_, n) => {
		const deed = deedOf(dice, n, 'use', dice.percent(3) ? 21_243 : day + n);
		return dice.percent(60) ? { ...deed, on: dayAt(deed.occurred) + 1090 + dice.below(12) } : deed;
	});
}
