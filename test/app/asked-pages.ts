import { clockNames } from '#analytics/law/clocks.ts';
import { indicatorCodes } from '#analytics/law/indicators.ts';
import { linkTo } from '#app/asked.ts';
import { unitRows } from '#app/components/links.ts';
import { checksOf } from '#app/components/QualityHeat.tsx';
import type { BreachesData } from '#app/loaders/breaches.server.ts';
import type { DemanderData } from '#app/loaders/demander.server.ts';
import type { FeedData } from '#app/loaders/feed.server.ts';
import type { UnitsData } from '#app/loaders/indicators.server.ts';
import type { MattersData } from '#app/loaders/matters.server.ts';
import type { PatternsData } from '#app/loaders/patterns.server.ts';
import type { QualityData } from '#app/loaders/quality.server.ts';
import type { RestatementsData } from '#app/loaders/restatements.server.ts';
import type { RiskData } from '#app/loaders/risk.server.ts';
import type { ScoreData, ScoresData } from '#app/loaders/scores.server.ts';
import type { SourcesData } from '#app/loaders/sources.server.ts';
import { loader as applicationPage } from '#app/routes/application.tsx';
import { loader as breachesPage } from '#app/routes/breaches.tsx';
import { loader as feedPage } from '#app/routes/feed.tsx';
import { loader as mattersPage } from '#app/routes/matters.tsx';
import { loader as patternsPage } from '#app/routes/patterns.tsx';
import { loader as qualityPage } from '#app/routes/quality.tsx';
import { loader as restatementsPage } from '#app/routes/restatements.tsx';
import { loader as riskPage } from '#app/routes/risk.tsx';
import { loader as safeguardsPage } from '#app/routes/safeguards.tsx';
import { loader as scorePage } from '#app/routes/score.tsx';
import { loader as scoresPage } from '#app/routes/scores.tsx';
import { loader as sourcesPage } from '#app/routes/sources.tsx';
import { loader as unitsPage } from '#app/routes/units.tsx';
import { jurisdictions } from '#app/words/organisations.ts';
import { type Drawn, type Figure, oneOf, only, type Pages } from './asked-figures.ts';
import type { Asker } from './asked-loaders.ts';
import { near } from './compared-by.ts';

const alone = (shown: Figure['shown'], link: string): Figure => ({ shown, link, told: null, file: null });

async function matters(asker: Asker, { query, pick }: Drawn): Promise<Figure[]> {
	const some = [
		`clock=${oneOf(clockNames, pick)}`,
		`status=${oneOf(['met', 'late', 'overdue', 'running'], pick)}`,
		`jurisdiction=${oneOf(Object.keys(jurisdictions), pick)}`,
		`late_min=${pick % 9}`,
		`unheard=${pick % 2 === 0}`,
		`due_from=2026-0${1 + (pick % 8)}-01&due_to=2026-10-15`,
		`search=T${pick % 5}`,
	];
	const narrowed = [oneOf(some, pick), oneOf(some, Math.floor(pick / 7))].join('&');
	const data = await asker.page<MattersData>(mattersPage, `${query}&${narrowed}&size=200`);
	return [alone(only(data.total), `/matters?${query}&${narrowed}`)];
}

async function units(asker: Asker, { query, narrowed, pick }: Drawn): Promise<Figure[]> {
	const indicator = oneOf(indicatorCodes, pick);
	const asked = `${query}${narrowed}&indicator=${indicator}`;
	const data = await asker.page<UnitsData>(unitsPage, `${asked}&size=200`);
	return [
		{
			shown: { total: data.total, num: near(data.num), den: near(data.den) },
			link: `/units?${asked}`,
			told: {
				...{ measure: 'indicators', query: asked, key: { indicator, department: null } },
				says: { total: 'units', num: 'num', den: 'den' },
			},
			file: null,
		},
	];
}

const demanders =
	(loader: typeof applicationPage) =>
	async (asker: Asker, { query, narrowed }: Drawn): Promise<Figure[]> => {
		const data = await asker.page<DemanderData>(loader, `${query}${narrowed}`);
		const lists = data.lists.map(({ indicator, outcomes, total }) =>
			alone(only(total), unitRows(data, indicator, null, outcomes)),
		);
		const services = data.lines.flatMap(({ department, figures: { A1 } }) => {
			const { num = 0, den = 0, unreported = 0 } = A1 ?? {};
			const outcomes = { used: num, unused: (den ?? 0) - num, not_reported: unreported };
			return Object.entries(outcomes).map(([outcome, n]) =>
				alone(only(n), unitRows(data, 'A1', department, [outcome])),
			);
		});
		return [...lists, ...services];
	};

async function quality(asker: Asker, { query }: Drawn): Promise<Figure[]> {
	const data = await asker.page<QualityData>(qualityPage, query);
	const rules = data.rules.flatMap(row =>
		(['failed', 'errored', 'skipped', 'passed'] as const).map(outcome => ({
			shown: only(row[outcome]),
			link: linkTo(data, '/quality/checks', { rule: row.rule, outcome }),
			told: {
				measure: 'quality_rules',
				query,
				key: { rule_set: row.rule_set, rule: row.rule },
				says: { total: outcome },
			},
			file: null,
		})),
	);
	const heat = data.dimensions.map(row => ({
		...{ shown: only(row.checks), link: checksOf(data, row), file: null },
		told: {
			...{ measure: 'quality_dimensions', query, says: { total: 'checks' } },
			key: { department: row.department, dimension: row.dimension },
		},
	}));
	const checks = (more: object) => linkTo(data, '/quality/checks', { ...more });
	const items = data.items.map(row => alone(only(row.checks), checks({ catalogue: row.catalogue })));
	const fresh = data.refreshes.map(({ department, units: total, num, den }) =>
		alone({ total, num: near(num), den: near(den) }, unitRows(data, 'Q2', department)),
	);
	const outcome = ['no_rule_set', 'no_dimension', 'unreadable'];
	const unread = only(data.rules.reduce((sum, row) => sum + row.unread, 0));
	return [...rules, ...heat, ...items, ...fresh, alone(unread, checks({ outcome }))];
}

async function breaches(asker: Asker, { query, narrowed }: Drawn): Promise<Figure[]> {
	const department = new URLSearchParams(narrowed).getAll('department');
	const own = department.map(code => `&department=${code}`).join('');
	const data = await asker.page<BreachesData>(breachesPage, `${query}${own}`);
	return data.items.flatMap(row =>
		(['pending', 'confirmed', 'dismissed', 'total'] as const).map(key => ({
			shown: only(row[key]),
			link: linkTo(data, '/breaches', { item: row.item, decided: key === 'total' ? null : key, department }),
			told: { measure: 'breach_items', query: `${query}${own}`, key: { item: row.item }, says: { total: key } },
			file: null,
		})),
	);
}

async function patterns(asker: Asker, { query }: Drawn): Promise<Figure[]> {
	const data = await asker.page<PatternsData>(patternsPage, query);
	return data.counts.map(({ pattern, department, cases }) => ({
		...{ shown: only(cases), link: linkTo(data, '/patterns', { pattern, department }), file: null },
		told: { measure: 'patterns', query, key: { pattern, department }, says: { total: 'cases' } },
	}));
}

async function feed(asker: Asker, { query }: Drawn): Promise<Figure[]> {
	const data = await asker.page<FeedData>(feedPage, query);
	return data.figures.map(({ source, source_id, kind, found }) => ({
		...{ shown: only(found), link: linkTo(data, '/feed', { source, kind }), file: null },
		told: { measure: 'feed_quality', query, key: { source_id: `${source_id}`, kind }, says: { total: 'found' } },
	}));
}

async function coverage(asker: Asker, { query }: Drawn): Promise<Figure[]> {
	const data = await asker.page<SourcesData>(sourcesPage, query);
	return data.sources.flatMap(({ code, days }) =>
		Object.entries(days ?? {}).map(([state, found]) => ({
			...{ shown: only(found), link: linkTo(data, '/coverage', { source: code, state }), file: null },
			told: {
				...{ measure: 'coverage_platforms', query, key: { source_id: `${asker.sourceId(code)}` } },
				says: { total: state },
			},
		})),
	);
}

async function risk(asker: Asker, { query, narrowed, pick }: Drawn): Promise<Figure[]> {
	const department = new URLSearchParams(narrowed).getAll('department').map(code => `&department=${code}`);
	const asked = [query, ...department, pick % 2 ? `&clock=${oneOf(['delivery', 'reply.conditional'], pick >> 1)}` : ''];
	const data = await asker.page<RiskData>(riskPage, `${asked.join('')}&size=200`);
	return [alone(only(data.total), `/risk?${asked.join('')}`)];
}

async function score(asker: Asker, { query, pick }: Drawn): Promise<Figure[]> {
	const { scores } = await asker.page<ScoresData>(scoresPage, query);
	if (scores.length === 0) return [];
	const { department } = oneOf(scores, pick);
	const data = await asker.page<ScoreData>(scorePage, query, { code: department });
	return data.lines.map(({ indicator, board, units: total }) => ({
		...{ shown: only(total), link: unitRows(data, indicator, department), file: null },
		told: {
			...{ measure: 'score_lines', query: `${query}&department=${department}`, says: { total: 'units' } },
			key: { department, board, indicator },
		},
	}));
}

async function restatements(asker: Asker, { query, narrowed, pick }: Drawn): Promise<Figure[]> {
	const department = new URLSearchParams(narrowed).getAll('department').map(code => `&department=${code}`);
	const own = [`&indicator=${oneOf(['T1', 'T2', 'Q2', 'A1', 'S3', 'G1'], pick)}`, ...department].join('');
	const before = `${(pick % 9) * 30}`;
	const data = await asker.page<RestatementsData>(restatementsPage, `${query}${own}&before=${before}`);
	return data.figures.map(({ indicator, department: of, ...row }) => ({
		shown: only(row.appeared + row.vanished + row.changed),
		link: linkTo(data, '/restatements', { before, indicator, department: of ?? data.departments }),
		told: null,
		file: null,
	}));
}

/** Pages of everything else. */
export const ofTheRest = {
	...{ matters, units, quality, breaches, patterns, feed, coverage, risk, score, restatements },
	application: demanders(applicationPage),
	safeguards: demanders(safeguardsPage as unknown as typeof applicationPage),
} satisfies Pages;
