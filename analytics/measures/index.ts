import { adjustments } from './adjustments.ts';
import { backdated, backdating, evidenceOfficers } from './backdated.ts';
import { breaches, breachItems } from './breaches.ts';
import { caseCandidates } from './candidates.ts';
import { caseEvents, caseRuns } from './case.ts';
import { caseDecisions } from './case-decisions.ts';
import { conflicts } from './conflicts.ts';
import { coverage, coverageBodies, coveragePlatforms, sequenceGaps } from './coverage.ts';
import { deliveryGaps, deliveryPairs } from './delivery-pairs.ts';
import { departments } from './departments.ts';
import { desk, deskQueues } from './desk.ts';
import { doubts } from './doubts.ts';
import { enactments } from './enactments.ts';
import { feedFindings, feedQuality } from './feed.ts';
import { handed, handovers } from './handed.ts';
import { indicatorFigures, indicatorMonths, indicatorUnits, latestUnits } from './indicators.ts';
import { knowledge } from './knowledge.ts';
import { league } from './league.ts';
import { matters } from './matters.ts';
import { moved } from './moved.ts';
import { moves } from './moves.ts';
import { registerChanges, registerCodes, unidentified } from './organisations.ts';
import { overview } from './overview.ts';
import { patternCases, patterns } from './patterns.ts';
import { qualityChecks, qualityDimensions, qualityItems, qualityRules } from './quality.ts';
import { reach } from './reach.ts';
import { restarts } from './restarts.ts';
import { restatementCauses, restatementFigures, restatements } from './restatements.ts';
import { foretold, risk } from './risk.ts';
import { ruleSets } from './rule-sets.ts';
import { schemes, scoreFacts, scoreLines, scores } from './scores.ts';
import { catalogues, searchCases } from './search.ts';
import { services } from './services.ts';
import { sources } from './sources.ts';
import { timeliness } from './timeliness.ts';
import { trend } from './trend.ts';
import { orders, verdicts } from './verdicts.ts';

/** Every measure, by name: what the API serves and the SQL test walks. */
export const measures = {
	overview,
	league,
	matters,
	timeliness,
	trend,
	departments,
	reach,
	case_runs: caseRuns,
	case_events: caseEvents,
	doubts,
	services,
	coverage,
	coverage_platforms: coveragePlatforms,
	coverage_bodies: coverageBodies,
	sequence_gaps: sequenceGaps,
	feed_findings: feedFindings,
	feed_quality: feedQuality,
	sources,
	enactments,
	moves,
	moved,
	case_candidates: caseCandidates,
	case_decisions: caseDecisions,
	conflicts,
	delivery_pairs: deliveryPairs,
	delivery_gaps: deliveryGaps,
	backdated,
	backdating,
	evidence_officers: evidenceOfficers,
	restarts,
	patterns,
	pattern_cases: patternCases,
	quality_dimensions: qualityDimensions,
	quality_rules: qualityRules,
	quality_checks: qualityChecks,
	quality_items: qualityItems,
	breaches,
	breach_items: breachItems,
	rule_sets: ruleSets,
	schemes,
	scores,
	score_lines: scoreLines,
	score_facts: scoreFacts,
	verdicts,
	orders,
	knowledge,
	adjustments,
	restatements,
	restatement_figures: restatementFigures,
	restatement_causes: restatementCauses,
	indicators: indicatorFigures,
	indicator_units: indicatorUnits,
	latest_units: latestUnits,
	indicator_months: indicatorMonths,
	register_changes: registerChanges,
	register_codes: registerCodes,
	unidentified,
	handed,
	handovers,
	risk,
	foretold,
	desk,
	desk_queues: deskQueues,
	search_cases: searchCases,
	catalogues,
};
