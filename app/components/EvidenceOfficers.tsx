import { linkTo } from '#app/asked.ts';
import type { EvidenceData } from '#app/loaders/evidence.server.ts';
import { officerWords } from '#app/words/evidence.ts';
import { percent } from '#app/words/format.ts';
import { Figure } from './Figure.tsx';
import { Nothing } from './Page.tsx';

/** Who decided on how many acts, and accepted how many. */
export function EvidenceOfficers({ data }: { data: EvidenceData }) {
	if (data.officers.length === 0) return <Nothing>还没有人作出认定。</Nothing>;
	const rows = (officer: string, decided: string | null) => linkTo(data, '/evidence', { officer, decided });
	return (
		<table className="plain-table">
			<thead>
				<tr>
					<th>认定人</th>
					<th className="number">认定</th>
					<th className="number">采信</th>
					<th className="number">采信率</th>
				</tr>
			</thead>
			<tbody>
				{data.officers.map(({ officer, officer_title, decided, accepted }) => {
					const name = officerWords(officer_title, officer);
					return (
						<tr key={officer}>
							<td>{name}</td>
							<td className="number">
								<Figure value={decided} to={rows(officer, null)} name={`${name}认定`} />
							</td>
							<td className="number">
								<Figure value={accepted} to={rows(officer, 'accepted')} name={`${name}采信`} />
							</td>
							<td className="number">{percent(accepted, decided)}</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}
