import type { Decision } from '#app/loaders/proof.server.ts';
import { evidenceStates } from '#app/words/evidence.ts';
import { count, longInstant } from '#app/words/format.ts';

/** Who decided what on the evidence for an act's stated time, the latest last: it counts, the others stay. */
export function EvidenceHistory({ decisions }: { decisions: Decision[] }) {
	if (decisions.length === 0) return null;
	const last = decisions.findLast(each => each.standing);
	return (
		<ul className="proofs" aria-label="时间证据的认定">
			{decisions.map(each => (
				<li key={each.seq} data-counts={each === last}>
					<b>时间证据{evidenceStates[each.accepted ? 'accepted' : 'refused']?.name}</b>
					{each === last ? '' : each.standing ? '（已由其后的认定取代）' : '（已撤销）'}
					<small className="sub">
						{each.officer}　{longInstant(each.at)}
						{each.document ? `　${each.document}` : ''}　账本第{count(each.seq)}条
					</small>
					<small className="sub">理由：{each.reason}</small>
				</li>
			))}
		</ul>
	);
}
