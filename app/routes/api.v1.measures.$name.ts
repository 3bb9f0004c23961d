import type { LoaderFunctionArgs } from '@remix-run/node';
import { indicators } from '#analytics/law/indicators.ts';
import { measures } from '#analytics/measures/index.ts';
import type { Measure } from '#analytics/measures/measure.ts';
import { answer } from '../api/answer.ts';
import { readArgs } from '../api/measure-args.ts';
import { rightFor } from '../api/measure-rights.ts';
import { formAsked, type ListFile, listFile } from '../list-file.ts';
import { framed, spanned } from '../loaders/frame.server.ts';
import { knowledgeOf } from '../loaders/knowledge.server.ts';
import { Refusal } from '../refusal.ts';
import { toIndicator } from '../words/indicators.ts';

/** Any measure: JSON with its frame (as_of, known, coverage), or a file where `Accept` names CSV or XLSX. */
export function loader(args: LoaderFunctionArgs): Promise<Response> {
	const name = args.params.name ?? '';
	return answer(rightFor(name), async ({ viewer, asked, context, query }) => {
		const measure = Object.hasOwn(measures, name) ? (measures[name as keyof typeof measures] as Measure) : null;
		if (!measure)
			throw new Refusal(404, 'no_measure', `没有名为“${name}”的指标，可用：${Object.keys(measures).join('、')}。`);
		const before = query.get('known_before');
		if (before) query.set('known_before', String((await knowledgeOf(before, context)).seq));
		const read = readArgs(measure, query, spanned(viewer, asked));
		if ('message' in read) throw new Refusal(400, 'bad_argument', read.message);
		const rows = await context.store.ask(measure, read.args);
		if (formAsked(args.request)) return file(measure, rows, asked.as_of);
		const frame = await framed(asked, context);
		return { measure: name, definition: measure.definition, definitions: definitionsOf(rows), ...frame, rows };
	})(args);
}

function file(measure: Measure, rows: Record<string, unknown>[], asOf: string): ListFile<Record<string, unknown>> {
	const columns = Object.keys(measure.columns).map(head => ({
		head,
		cell: (row: Record<string, unknown>) => plain(row[head]),
	}));
	const told = definitionsOf(rows);
	const definition = {
		head: '口径',
		cell: ({ indicator }: Record<string, unknown>) => told[String(indicator)]?.definition ?? measure.definition,
	};
	return listFile(`${measure.name}-${asOf}`, [...columns, definition], async (limit, offset) =>
		rows.slice(offset, offset + limit),
	);
}

/** What the indicators that rows name are called, and what they count, in words; by code. */
function definitionsOf(
	rows: Record<string, unknown>[],
): Record<string, { name: string; definition: string; article: string }> {
	const codes = new Set(rows.flatMap(({ indicator }) => toIndicator(String(indicator)) ?? []));
	return Object.fromEntries(
		[...codes].map(code => {
			const { zh: name, definition, article } = indicators[code];
			return [code, { name, definition, article }];
		}),
	);
}

function plain(value: unknown): string | number | null {
	if (value === null || typeof value === 'number') return value;
	return Array.isArray(value) ? value.join(' ') : String(value);
}
