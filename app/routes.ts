import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getAppDirectory, index, layout, type RouteConfig, route } from '@remix-run/route-config';

/** Every page and file of the house by address; lists as files are routes/*[.]csv.ts, the interfaces under /api routes/api.*. */
export default [
	route('login', 'routes/login.tsx'),
	route('logout', 'routes/logout.ts'),
	route('setup', 'routes/setup.tsx'),
	layout('routes/frame.tsx', [
		index('routes/overview.tsx'),
		route('league', 'routes/league.tsx'),
		route('scores', 'routes/scores.tsx'),
		route('scores/:code', 'routes/score.tsx'),
		route('schemes', 'routes/schemes.tsx'),
		route('verdicts', 'routes/verdicts.tsx'),
		route('verdicts/new', 'routes/verdicts.new.tsx'),
		route('rulesets', 'routes/rulesets.tsx'),
		route('indicators', 'routes/indicators.tsx'),
		route('units', 'routes/units.tsx'),
		route('league/funnel', 'routes/league.funnel.tsx'),
		route('trend', 'routes/trend.tsx'),
		route('search', 'routes/search.tsx'),
		route('desk', 'routes/desk.tsx'),
		route('overdue', 'routes/overdue.tsx'),
		route('risk', 'routes/risk.tsx'),
		route('risk/calibration', 'routes/risk.calibration.tsx'),
		route('matters', 'routes/matters.tsx'),
		route('timeliness', 'routes/timeliness.tsx'),
		route('departments', 'routes/departments.tsx'),
		route('departments/:code', 'routes/department.tsx'),
		route('organisations', 'routes/organisations.tsx'),
		route('organisations/new', 'routes/organisations.new.tsx'),
		route('organisations/:seq', 'routes/organisations.$seq.tsx'),
		route('cases/:case', 'routes/case.tsx'),
		route('cases/:case/slip', 'routes/slip.tsx'),
		route('cases/:case/evidence', 'routes/case-evidence.tsx'),
		route('breaches', 'routes/breaches.tsx'),
		route('quality', 'routes/quality.tsx'),
		route('quality/checks', 'routes/quality.checks.tsx'),
		route('application', 'routes/application.tsx'),
		route('safeguards', 'routes/safeguards.tsx'),
		route('due', 'routes/due.tsx'),
		route('policies', 'routes/policies.tsx'),
		route('calendars', 'routes/calendars.tsx'),
		route('calendars/compare', 'routes/calendars.compare.tsx'),
		route('calendars/import', 'routes/calendars.import.tsx'),
		route('calendars/overlay', 'routes/calendars.overlay.tsx'),
		route('calendars/log', 'routes/calendars.log.tsx'),
		route('calendars/log/:seq', 'routes/calendars.log.$seq.tsx'),
		route('calendars/:year', 'routes/calendar.tsx'),
		route('policies/new', 'routes/policies.new.tsx'),
		route('sources', 'routes/sources.tsx'),
		route('mappings', 'routes/mappings.tsx'),
		route('mappings/edit', 'routes/mappings.edit.tsx'),
		route('sources/new', 'routes/sources.new.tsx'),
		route('sources/:code', 'routes/sources.$code.tsx'),
		route('sources/:code/edit', 'routes/sources.$code.edit.tsx'),
		route('import', 'routes/import.tsx'),
		route('coverage', 'routes/coverage.tsx'),
		route('coverage/:code', 'routes/coverage.$code.tsx'),
		route('feed', 'routes/feed.tsx'),
		route('rejects', 'routes/rejects.tsx'),
		route('doubts', 'routes/doubts.tsx'),
		route('evidence', 'routes/evidence.tsx'),
		route('patterns', 'routes/patterns.tsx'),
		route('restarts', 'routes/restarts.tsx'),
		route('restatements', 'routes/restatements.tsx'),
		route('reconciliation', 'routes/reconciliation.tsx'),
		route('reconciliation/pair', 'routes/pair.tsx'),
		route('*', 'routes/missing.tsx'),
	]),
	...files(),
	...interfaces(),
] satisfies RouteConfig;

/** `calendars.log.$seq.moves[.]csv.ts` answers /calendars/log/:seq/moves.csv, and the same list as .xlsx. */
function files() {
	return modules(/\[\.\]csv\.ts$/).flatMap(file => {
		const path = file.replace('[.]csv.ts', '').replaceAll('.', '/').replaceAll('$', ':');
		return ['csv', 'xlsx'].map(form => route(`${path}.${form}`, `routes/${file}`, { id: `${path}.${form}` }));
	});
}

/** `api.v1.cases.$case.ts` answers /api/v1/cases/:case; a dot in brackets stays a dot. */
function interfaces() {
	return modules(/^api\..*\.tsx?$/).map(file => {
		const path = file
			.replace(/\.tsx?$/, '')
			.replace(/\.(?!\])/g, '/')
			.replace(/\[\.\]/g, '.')
			.replace(/\$$/, '*')
			.replace(/\$/g, ':');
		return route(path, `routes/${file}`);
	});
}

function modules(named: RegExp): string[] {
	return readdirSync(join(getAppDirectory(), 'routes')).filter(file => named.test(file));
}
