import type { LedgerEvent } from '#analytics/cases/event.ts';
import { eventTypes } from '#analytics/cases/vocabulary.ts';
import { schema } from './schema.ts';

/** Tables filled straight from a block's events, and the macro of sql/duckdb that reads them out. */
export const registers = {
	pointer: 'pointers_after',
	organisation: 'organisations_after',
	department_seen: 'departments_after',
	catalogue_item: 'catalogue_items_after',
	service_day: 'service_days_after',
	heartbeat: 'heartbeats_after',
	platform_total: 'platform_totals_after',
	numbered: 'numbered_after',
	teller: 'tellers_after',
	catalogue_entry: 'catalogue_entries_after',
	reply_condition: 'reply_conditions_after',
	service_act: 'service_acts_after',
	return_condition: 'return_conditions_after',
	finding: 'findings_after',
	reminder: 'reminders_after',
	rectification: 'rectifications_after',
	verdict: 'verdicts_after',
	source_designation: 'source_designations_after',
	conduct: 'conducts_after',
	scheme: 'schemes_after',
	rule_set: 'rule_sets_after',
	rule_set_rule: 'rule_set_rules_after',
	assessment: 'assessments_after',
	assessment_check: 'assessment_checks_after',
	refresh_batch: 'refresh_batches_after',
	correction_act: 'correction_acts_after',
	catalogue_end: 'catalogue_ends_after',
	delivery_act: 'delivery_acts_after',
	use_act: 'use_acts_after',
	incident: 'incidents_after',
	safeguard: 'safeguards_after',
	complaint_closed: 'complaints_closed_after',
	case_global: 'case_globals_after',
	case_link: 'case_links_after',
};

const macros = schema.map(([, sql]) => sql).join('\n');

/** Types of the events that a register is filled from, as its macro names them; null: the macro looks at every event. */
const typesOf: ReadonlyMap<string, ReadonlySet<string> | null> = new Map(
	Object.values(registers).map(macro => {
		const start = macros.indexOf(`create macro ${macro}(`);
		const text = macros.slice(start, macros.indexOf(';\n', start));
		const byType = /\b(acts|telling)_after\(\s*after,/.test(text);
		return [macro, byType ? new Set(eventTypes.filter(type => text.includes(`'${type}'`))) : null];
	}),
);

/** Registers that a block may add to, with the macro of each: those whose types it has none of are passed over. */
export function fillingsOf(block: readonly LedgerEvent[]): [table: string, macro: string][] {
	const told = new Set<string>(block.map(({ type }) => type));
	return Object.entries(registers).filter(([, macro]) => {
		const types = typesOf.get(macro) ?? null;
		return types === null || [...types].some(type => told.has(type));
	});
}
