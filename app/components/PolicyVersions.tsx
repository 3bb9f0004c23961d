import { Link } from '@remix-run/react';
import type { Version } from '#app/loaders/policies.server.ts';
import { longDay, longInstant } from '#app/words/format.ts';
import { fieldWords, policyFields, sayField } from '#app/words/policies.ts';

type Props = {
	versions: Version[];
	/** Place of the version in force. */
	at: number;
};

/** 口径沿革: one column a version, the earliest first; what differs from the column before it is marked. */
export function PolicyVersions({ versions, at }: Props) {
	return (
		<div className="scroll">
			<table className="plain-table versions" aria-label="口径沿革">
				<thead>
					<tr>
						<th scope="col">口径</th>
						{versions.map((version, n) => (
							<th key={version.policy.effective} scope="col">
								<Head version={version} inForce={n === at} />
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{policyFields.map(field => (
						<tr key={field}>
							<th scope="row">
								{fieldWords(field).number} {fieldWords(field).name}
							</th>
							{versions.map(({ policy, changed }) => (
								<td key={policy.effective} data-changed={changed.includes(field) || undefined}>
									{changed.includes(field) ? <span className="changed-mark">改</span> : null}
									{sayField(field, policy).name}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Head({ version, inForce }: { version: Version; inForce: boolean }) {
	const { policy, registered } = version;
	return (
		<>
			自{longDay(policy.effective)}
			{inForce ? <span className="in-force">施行中</span> : null}
			<small className="sub">{policy.document ?? '系统缺省口径'}</small>
			<small className="sub">{policy.ground}</small>
			{registered === null ? null : (
				<small className="sub">
					{longInstant(registered.at)}由{registered.name}登记，
					<Link to={`/calendars/log/${registered.seq}`}>所涉事项</Link>
				</small>
			)}
		</>
	);
}
