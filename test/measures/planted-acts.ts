import { casefile, clock, type Row } from '#ingest/sample/casefile.ts';
import type { Setting } from '#ingest/sample/setting.ts';
import { ago } from '#ingest/sample/stories/plant.ts';
import { stories } from '#ingest/sample/stories/stories.ts';

/** What the city's stories leave to the authority's own desk: justifications, reminders, orders, sources of data. */
export function plantedActs(s: Setting): Row[] {
	const file = casefile('office', '', 'ZG');
	const cases = new Map(stories(s).flatMap(({ caseIds }) => caseIds.map(id => [id.split('-')[1] ?? '', id])));
	const own = (type: Parameters<typeof file.tell>[0], days: number, subject: string | null, data: object, to = '') => {
		file.tell(type, clock(ago(s, days), 15), s.authority, {
			data: { ...data, ...(to === '' ? {} : { counterparty: s.city.bySlug(to).code }) },
		});
		const row = file.rows.at(-1);
		if (row && subject !== null) row.event.subject = cases.get(subject) ?? subject;
	};
	const plea = (mark: string, days: number, on: string, accepted: boolean) =>
		own('justification.decided', days, mark, { clock: on, accepted, reason: '前置库故障', ground: '1' });
	plea('T04A', 20, 'delivery', true);
	plea('T04B', 15, 'delivery', true);
	plea('T04B', 9, 'delivery', false);
	plea('T05A', 3, 'reply.conditional', true);
	plea('T01B', 30, 'reply.unconditional', true);
	own('enforcement.reminded', 8, null, { cases: [cases.get('T22A'), cases.get('TWS')] });
	own('enforcement.reminded', 6, 'T09B', {});
	own('enforcement.ordered', 50, null, { deadline: ago(s, 40), document: '数改〔2026〕1号', item: '39.4' }, 'housing');
	own('enforcement.verified', 35, null, { document: '数改〔2026〕1号', result: 'pass' }, 'housing');
	own('enforcement.ordered', 48, null, { deadline: ago(s, 38), document: '数改〔2026〕2号', item: '39.6' }, 'urban');
	own('enforcement.verified', 30, null, { document: '数改〔2026〕2号', result: 'fail' }, 'urban');
	own('enforcement.ordered', 12, null, { deadline: ago(s, -12), document: '数改〔2026〕3号', item: '39.1' }, 'edu');
	own('catalogue.designation_requested', 60, 'SY-1', { authority: s.authority.code, items: ['常住人口'] });
	own('catalogue.source_designated', 48, 'SY-1', { item: '常住人口' });
	own('catalogue.designation_requested', 28, 'SY-2', { authority: s.authority.code, items: ['企业用工'] });
	own('catalogue.source_designated', 45, null, { item: '低收入家庭', source_dept: s.city.bySlug('civil').code });
	return file.rows;
}
