import { enactmentOf } from '#analytics/cases/enactment.ts';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { toEventType, zhType } from '#analytics/cases/vocabulary.ts';
import { changeSentence, type ToldChange } from './changes.ts';
import { causeWords } from './enactments.ts';
import { longDay, longInstant } from './format.ts';
import { outcomeWords } from './indicators.ts';
import { statuses } from './zh.ts';

/** What became of a unit between two times, with a sign so that colour is never the only mark. */
export const unitChanges: Record<string, { sign: string; name: string; meaning: string }> = {
	appeared: { sign: '＋', name: '新增', meaning: '此前未计入，此后计入' },
	vanished: { sign: '－', name: '移出', meaning: '此前计入，此后不再计入' },
	changed: { sign: '◇', name: '变化', meaning: '仍然计入，数值、情形或者归期日不同' },
};

type Side = { on: string | null; outcome: string | null; excused: boolean | null };

/** How a unit counts on one side: 2026年3月16日，逾期办结; null: it does not. */
export function sideWords({ on, outcome, excused }: Side): string | null {
	if (on === null) return null;
	const said = outcome === null ? null : (statuses[outcome]?.name ?? outcomeWords(outcome));
	return [longDay(on), said, excused ? '认定有正当理由' : null].filter(Boolean).join('，');
}

type Told = {
	type: string;
	occurred_at: number;
	day_only: boolean;
	received_at: number;
	corrects: string | null;
	retracts: string | null;
	body: string;
};

/** An event about a case as a cause: 2026年11月2日 09:30入账：作出答复（2026年3月10日）. */
export function eventCause(row: Told): string {
	const how = row.retracts !== null ? '撤回此前的' : row.corrects !== null ? '更正此前的' : '';
	const act = `${how}${typeName(row.type)}`;
	return `${longInstant(row.received_at)}入账：${act}（${longInstant(row.occurred_at, row.day_only)}）`;
}

/** A change of the law or of organisations as a cause; `nameOf` names bodies given by code alone. */
export function lawCause(row: Told, nameOf: (code: string) => string): string {
	const said = row.retracts !== null ? `撤回${typeName(row.type)}` : adjustmentWords(row, nameOf);
	return `${longInstant(row.received_at)}入账：${said}`;
}

/** A change of the law or of organisations in words, for 口径调整; `nameOf` names bodies given by code alone. */
export function adjustmentWords({ type, body }: Pick<Told, 'type' | 'body'>, nameOf: (code: string) => string): string {
	const { data } = JSON.parse(body) as Pick<ShareEvent, 'data'>;
	const enactment = enactmentOf({ type: type as ShareEvent['type'], data });
	if (enactment !== null) return causeWords(enactment).replace(/^因/, '');
	if (type !== 'organisation.changed') return typeName(type);
	const told = data as unknown as ToldChange;
	const document = told.document ? `（${told.document}）` : '';
	return `${changeSentence(told, nameOf)}${document}，自${longDay(told.effective)}起`;
}

function typeName(type: string): string {
	const known = toEventType(type);
	return known === null ? '其他事件' : zhType(known);
}
