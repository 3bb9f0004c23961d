import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { Policy } from '#analytics/law/policy.ts';
import { Page, Panel } from '#app/components/Page.tsx';
import { PolicyTable } from '#app/components/PolicyTable.tsx';
import { PolicyVersions } from '#app/components/PolicyVersions.tsx';
import policiesCss from '#app/components/policies.css?url';
import { page } from '#app/loaders/page.server.ts';
import { policiesData } from '#app/loaders/policies.server.ts';
import { longDay } from '#app/words/format.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: policiesCss }];

export const meta: MetaFunction = () => [{ title: '口径·数督' }];

export const loader = page('figures', ({ viewer, asked, context }) => policiesData(viewer, asked, context));

export default function Policies() {
	const data = useLoaderData<typeof loader>();
	const inForce = data.versions[data.at];
	return (
		<Page
			title="口径"
			lead="条例没有写明之处怎样读。每项时限适用其起算之日施行的口径版本，一经适用，不因此后的新版本而改变。"
			data={data}
			stock
			aside={data.mayAdopt ? <Link to="/policies/new">登记新版本</Link> : null}
		>
			<Panel title="现行口径" note={inForce ? inForceWords(data.as_of, inForce.policy) : null}>
				<PolicyTable data={data} />
			</Panel>
			<Panel title="口径沿革" note="全部版本并列；与前一版本不同之处标“改”。">
				<PolicyVersions versions={data.versions} at={data.at} />
			</Panel>
			<Panel title="读法全文" note="每一项读法的日期、内容与依据，包括不作为可选口径的读法；改动只增新条，不改旧文。">
				<details className="readings">
					<summary>共{data.readings.length}条</summary>
					<dl>
						{data.readings.map(({ title, day, says, basis }) => (
							<div key={title}>
								<dt>
									{title}
									<small>{longDay(day)}</small>
								</dt>
								<dd>
									{says}
									<small className="sub">依据：{basis}</small>
								</dd>
							</div>
						))}
					</dl>
				</details>
			</Panel>
		</Page>
	);
}

function inForceWords(on: string, { effective, document, ground }: Policy): string {
	const paper = document === null ? '' : `，${document}`;
	return `${longDay(on)}施行的版本：自${longDay(effective)}起施行${paper}。${ground}。`;
}
