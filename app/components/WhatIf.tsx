import { Link } from '@remix-run/react';
import type { SlipData } from '#app/loaders/slip.server.ts';
import { dayWords, dueWords, latenessWords, type Outcome, statusWords } from '#app/words/differences.ts';
import { longDay } from '#app/words/format.ts';
import { fieldWords } from '#app/words/policies.ts';
import { Status } from './Status.tsx';
import { slipWith, WhatIfForm } from './WhatIfForm.tsx';

type Fields = SlipData['supposed']['fields'];
type Supposed = { outcome: Outcome | null; differs: string[] };
type Way = Supposed & { key: string; name: string; more: string };

/** 假如: the same clock under the readings asked for, under every version adopted, and with each reading changed alone. */
export function WhatIf({ data }: { data: SlipData }) {
	const { actual, asked, message, versions, fields } = data.supposed;
	const adopted = versions.map(({ effective, document, governs, ...each }) => ({
		...{ ...each, key: effective, name: `${longDay(effective)}起施行` },
		more: governs ? '本计时所依据' : (document ?? '系统缺省口径'),
	}));
	const different = fields.filter(({ differs }) => differs.length > 0);
	return (
		<section className="what-if" id="what-if" aria-labelledby="what-if-title">
			<h2 id="what-if-title">
				假如：换一种口径
				<em>假设，不登记，不影响任何统计</em>
			</h2>
			<WhatIfForm data={data} />
			{message === null ? null : (
				<p className="due-wrong" role="alert">
					{message}
				</p>
			)}
			{asked === null ? null : <Compared actual={actual} supposed={asked} />}
			{asked === null ? null : (
				<p className="note">
					<Link to={slipWith(data)}>去掉假设</Link>
				</p>
			)}
			{adopted.length > 1 ? <Ways title="按历次登记的口径" ways={adopted} /> : null}
			{different.length > 0 ? <Ways title="只改一项口径，结果不同的" ways={different.map(wayOf)} /> : null}
			<Same fields={fields.filter(({ differs }) => differs.length === 0)} />
		</section>
	);
}

function wayOf({ field, value, ...supposed }: Fields[number]): Way {
	return { ...supposed, key: `${field} ${value}`, name: fieldWords(field).name, more: value };
}

/** The real clock and the supposed one, line by line. */
function Compared({ actual, supposed: { outcome, differs } }: { actual: Outcome; supposed: Supposed }) {
	if (outcome === null) return <p className="what-if-none">按所填口径，没有这一次计时。</p>;
	return (
		<section className="what-if-asked" aria-label="按所填口径">
			<p>
				<b>按所填口径：{differs.length === 0 ? '结果与实际相同。' : `${differs.join('；')}。`}</b>
			</p>
			<div className="scroll">
				<table className="plain-table">
					<thead>
						<tr>
							<th scope="col">项目</th>
							<th scope="col">实际</th>
							<th scope="col">按所填口径</th>
						</tr>
					</thead>
					<tbody>
						{compared.map(([name, say]) => (
							<tr key={name} data-differs={say(actual) !== say(outcome)}>
								<th scope="row">{name}</th>
								<td>{say(actual)}</td>
								<td>
									{say(outcome)}
									{say(actual) === say(outcome) ? null : <span className="differs">不同</span>}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

const compared: [name: string, say: (outcome: Outcome) => string][] = [
	['起算日', ({ startedOn }) => longDay(startedOn)],
	['法定到期日', ({ statutoryDueOn }) => dayWords(statutoryDueOn)],
	['有效到期日', dueWords],
	['办结日', ({ endedOn }) => dayWords(endedOn)],
	['状态', statusWords],
	['逾期', ({ daysLate }) => latenessWords(daysLate)],
	['延期', ({ extended }) => `${extended}个工作日`],
	['中止计时', ({ paused }) => `${paused}个工作日`],
];

function Ways({ title, ways }: { title: string; ways: Way[] }) {
	return (
		<>
			<h3>{title}</h3>
			<ul className="what-if-ways">
				{ways.map(({ key, name, more, outcome, differs }) => (
					<li key={key}>
						<p className="what-if-name">
							{name}
							<small className="sub">{more}</small>
						</p>
						<p>
							{outcome === null ? null : <Status status={outcome.status} />}
							{outcome === null ? null : <span className="what-if-due">到期日 {dueWords(outcome)}</span>}
						</p>
						<p className="what-if-differs">{differs.length === 0 ? '与实际相同' : differs.join('；')}</p>
					</li>
				))}
			</ul>
		</>
	);
}

/** The readings that make no difference, in one paragraph. */
function Same({ fields }: { fields: Fields }) {
	const names = [...new Set(fields.map(({ field }) => field))];
	const told = names.map(name => {
		const values = fields.filter(({ field }) => field === name).map(({ value }) => value);
		return `${fieldWords(name).name}（${values.join('、')}）`;
	});
	if (told.length === 0) return null;
	return (
		<details>
			<summary>只改一项口径，结果相同的{told.length}项</summary>
			<p className="note">{told.join('；')}。以工作日数计的各项和承诺期限，可在上面自行填写。</p>
		</details>
	);
}
