import { Link } from '@remix-run/react';
import { Alert } from 'antd';
import type { FlaggedSource } from '#app/loaders/flagged.server.ts';
import { count } from '#app/words/format.ts';

type Props = { flagged: FlaggedSource[]; flagFrom: number };

/** Sources whose rejects have become so many that somebody should look; nothing where there is none. */
export function FlaggedSources({ flagged, flagFrom }: Props) {
	if (flagged.length === 0) return null;
	return (
		<Alert
			type="warning"
			showIcon
			className="refused"
			title={`以下来源最近1000行中未处理的拒收达到${percent(flagFrom)}，请核查；报送和采集不受影响，照常进行。`}
			description={flagged.map(({ source, source_name, rows, open }) => (
				<p key={source}>
					<Link to={`/rejects?${new URLSearchParams({ source })}`}>{source_name}</Link>：最近{count(rows)}行中拒收
					{count(open)}
					行（{percent(open / rows)}）
				</p>
			))}
		/>
	);
}

function percent(share: number): string {
	return `${Math.round(share * 1000) / 10}%`;
}
