import { type Deed, dayOfDeed, isEarlier, moment } from './deeds.ts';
import { after } from './fingers.ts';
import { settled } from './readings.ts';
import { baseOf, claims, dueOf, goOn, ranOut, type Walk } from './walk.ts';

/** What each act does to a reply clock that is not closed. */
export const take: Record<string, (w: Walk, deed: Deed) => void> = {
	agree: decide,
	partial: decide,
	'partial bare': decide,
	refuse: decide,
	'refuse bare': decide,
	refuse6: decide,
	notice: notify,
	'notice bare': notify,
	resubmit: (w, deed) => {
		if (w.still === null) return;
		goOn(w, dayOfDeed(deed), moment(deed));
		if (w.policy.materials === 'RESTART') Object.assign(w, { counted: [], stood: null, full: null });
	},
	extend: (w, deed) => {
		const over = w.still === null && ranOut(w, baseOf(w), deed);
		if (w.still === null && claims(w, baseOf(w), deed)) w.defects.add('backdated');
		if (over) w.defects.add('extension_after_due');
		if (over && w.policy.extensionConsent === 'before_due') return;
		if (w.policy.extensionNotice === 'required' && !w.told) w.waiting.push(deed.days ?? 0);
		else grant(w, deed.days ?? 0);
	},
	tell: (w, deed) => {
		const over = w.still === null && ranOut(w, baseOf(w), deed);
		if (over && w.policy.extensionConsent === 'before_due') return;
		w.told = true;
		for (const days of w.waiting.splice(0)) grant(w, days);
	},
	withdraw: (w, deed) => {
		w.left = true;
		leave(w, deed, 'withdrawn');
	},
	transfer: (w, deed) => {
		if (!isEarlier(deed, w.arrived)) leave(w, deed, 'transferred');
	},
};

/** Consent to more days; together at most ten. */
function grant(w: Walk, days: number): void {
	if (w.granted + days > 10) w.defects.add('extension_over_limit');
	w.granted = Math.min(10, w.granted + days);
}

function close(w: Walk, deed: Deed): void {
	const due = w.still !== null ? -1 : dueOf(w);
	const { day, at, late } = settled(moment(deed), due, w.policy, w.full);
	if (late && claims(w, due, deed)) w.defects.add('backdated');
	Object.assign(w, { closing: late ? 'late' : 'met', closed: Math.max(day, w.start), acted: true, ended: at });
}

/** Nothing is owed from that day on; what was late stays late. */
function leave(w: Walk, deed: Deed, why: string): void {
	if (w.still === null && ranOut(w, dueOf(w), deed)) close(w, deed);
	else Object.assign(w, { closing: `excluded ${why}`, closed: Math.max(dayOfDeed(deed), w.start), acted: true });
}

function decide(w: Walk, deed: Deed): void {
	if (concernsOthers(w, deed)) return;
	const { kind } = deed;
	const isVoid = isNoReply(w, deed);
	if (!isVoid && isEarlier(deed, w.arrived)) {
		w.early = true;
		return;
	}
	if (kind === 'refuse6') w.defects.add('refused_for_materials');
	if (kind === 'refuse bare' || (kind === 'partial bare' && deed.agreed?.includes(w.matter.line) !== true)) {
		w.defects.add('refused_without_reason');
	}
	if (!isVoid) close(w, deed);
}

/** An agreement in part to other lines, where a policy leaves the lines it does not name open. */
function concernsOthers({ policy, matter }: Walk, { kind, line, agreed }: Deed): boolean {
	const inPart = kind === 'partial' || kind === 'partial bare';
	const unnamed = inPart && line === '' && agreed !== undefined && !agreed.includes(matter.line);
	return unnamed && policy.partialReply === 'named_lines';
}

function isNoReply({ policy }: Walk, { kind }: Deed): boolean {
	if (kind === 'refuse6') return policy.refusalForMaterials === 'void';
	return kind === 'refuse bare' && policy.refusalWithoutReason === 'void';
}

function notify(w: Walk, deed: Deed): void {
	if (isEarlier(deed, w.arrived)) return;
	const day = dayOfDeed(deed);
	const defect = defectOf(w, deed, day);
	w.noticed = true;
	if (defect !== null) {
		w.defects.add(defect);
		if (defect === 'notice_after_due' && claims(w, dueOf(w), deed)) w.defects.add('backdated');
	} else if (w.policy.materials !== 'NONE') {
		Object.assign(w, { still: deed, lapses: after(day, w.policy.lapseAfter) });
	}
}

function defectOf(w: Walk, deed: Deed, day: number): string | null {
	if (w.noticed) return 'second_notice';
	if (deed.kind === 'notice bare') return 'notice_without_items';
	if (ranOut(w, dueOf(w), deed)) return 'notice_after_due';
	const answered = w.matter.deeds.some(
		each => each.kind === 'resubmit' && each.occurred >= deed.occurred && dayOfDeed(each) < day,
	);
	return answered ? 'notice_after_answer' : null;
}
