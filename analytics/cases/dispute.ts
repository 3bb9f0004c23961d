import type { Calendar } from '#analytics/law/calendar.ts';
import type { ClockName } from '#analytics/law/clocks.ts';
import type { Policy } from '#analytics/law/policy.ts';
import type { Fact } from './fact.ts';
import { byTime } from './order.ts';
import { simpleCourses } from './simple.ts';
import type { Found } from './trace.ts';
import type { EventType } from './vocabulary.ts';

const ends: EventType[] = ['dispute.mediated', 'dispute.escalated', 'dispute.decided'];

/** Disputes before the authority (第二十八条第二款): acceptance of an application, then mediation until a result or the government. */
export function disputeCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const authority = authorityOf(facts);
	const course = (clock: ClockName, start: EventType, stops: EventType[]): Found => {
		const starts = facts.filter(fact => fact.type === start);
		if (starts.length === 0) return { courses: [], doubts: [] };
		const stopping = facts.filter(fact => stops.includes(fact.type));
		const owedBy = ({ department }: Fact) => ({
			department: authority,
			counterparty: department === authority ? (parties(facts)[0] ?? null) : department,
		});
		return simpleCourses({ clock, line, starts, stops: stopping, policies, calendar, owedBy });
	};
	const accepted = course('local.dispute.accept', 'dispute.applied', ['dispute.accepted', ...ends]);
	const mediated = course('local.dispute.mediate', 'dispute.accepted', ends);
	return {
		courses: [...accepted.courses, ...mediated.courses],
		doubts: [...accepted.doubts, ...mediated.doubts],
	};
}

/** The authority as the application names it, else who accepted or mediated. */
function authorityOf(facts: readonly Fact[]): string {
	const named = facts.find(fact => fact.authority !== undefined)?.authority;
	const acted = facts.filter(({ type }) => type === 'dispute.accepted' || type === 'dispute.mediated').sort(byTime)[0];
	return named ?? acted?.department ?? 'authority';
}

function parties(facts: readonly Fact[]): string[] {
	const raised = facts.filter(({ type }) => type === 'dispute.applied' || type === 'dispute.raised');
	return raised.sort(byTime).map(({ department }) => department);
}
