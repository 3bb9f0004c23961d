import { type Given, lines, NOBODY, SELF } from '#app/organisations/given.ts';
import type { Problem } from '#app/policies/fields.ts';
import { departmentKinds } from '#app/words/zh.ts';
import { Labelled } from './Labelled.tsx';

type Named = { code: string; name: string };

/** What can be chosen: bodies that are there, codes nobody registered, divisions. */
export type Known = { bodies: Named[]; unknown: Named[]; regions: string[] };

type Props = { given: Given; problems: readonly Problem[]; known: Known };

const leavingLabels: Record<string, string> = {
	rename: '更名的机构',
	merge: '被合并的机构',
	split: '分立的机构',
	abolish: '撤销的机构',
	move: '调整的机构',
	recognise: '未识别的代码',
};

/** The bodies that change, or the codes that are recognised. */
export function LeavingFields({ given, problems, known }: Props) {
	const label = leavingLabels[given.kind] ?? '机构';
	const many = lines[given.kind].from === 'many';
	return given.from.map((code, n) => {
		const name = `from.${n}`;
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity.
			<Labelled key={n} name={name} label={many ? `${label}（${n + 1}）` : label} problems={problems}>
				{given.kind === 'recognise' ? (
					<Pick id={name} name="from" value={code} choices={withCode(known.unknown)} empty="请选择" />
				) : (
					<Pick id={name} name="from" value={code} choices={known.bodies} empty="请选择" />
				)}
			</Labelled>
		);
	});
}

/** The bodies that stand afterwards. */
export function BodyFields(props: Props) {
	const { given, problems, known } = props;
	if (given.kind === 'recognise') {
		return (
			<Labelled name="to.0.code" label="认定为" problems={problems}>
				<Pick id="to.0.code" name="to_code" value={given.to[0]?.code ?? ''} choices={known.bodies} empty="请选择机构" />
				<input type="hidden" name="to_name" value="" />
			</Labelled>
		);
	}
	return (
		<>
			{given.to.map((body, n) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity.
				<BodyLine key={n} {...props} n={n} body={body} />
			))}
			<datalist id="known-bodies">
				{known.bodies.map(({ code, name }) => (
					<option key={code} value={code}>
						{name}
					</option>
				))}
			</datalist>
		</>
	);
}

const codeNotes: Record<string, string> = {
	rename: '代码不变的留空',
	merge: '并入现有机构的，填该机构代码',
	split: '原机构保留的，一行填原机构代码',
};

function BodyLine({ given, problems, n, body }: Props & { n: number; body: Named }) {
	const many = lines[given.kind].to === 'many';
	const head =
		{ establish: '机构', rename: '新', merge: '合并后的机构', split: '分立后的机构' }[String(given.kind)] ?? '';
	const place = many ? `（${n + 1}）` : '';
	return (
		<div className="change-body">
			<Labelled name={`to.${n}.code`} label={`${head}代码${place}`} problems={problems} note={codeNotes[given.kind]}>
				<input
					id={`to.${n}.code`}
					name="to_code"
					className="native"
					defaultValue={body.code}
					list={given.kind === 'merge' || given.kind === 'split' ? 'known-bodies' : undefined}
					placeholder="统一社会信用代码"
					autoComplete="off"
				/>
			</Labelled>
			<Labelled
				name={`to.${n}.name`}
				label={`${head}名称${place}`}
				problems={problems}
				note={given.kind === 'merge' || given.kind === 'split' ? '现有机构的可以留空' : undefined}
			>
				<input id={`to.${n}.name`} name="to_name" className="native" defaultValue={body.name} autoComplete="off" />
			</Labelled>
		</div>
	);
}

/** Who takes over from a body that is split. */
export function SplitHeir({ given, problems }: Props) {
	const note = '填分立后其中一个机构的代码；原机构保留的不必填。尚未明确的，填“待明确”。';
	return (
		<Labelled name="successor" label="未办结事项由谁承接" problems={problems} note={note}>
			<input
				id="successor"
				name="successor"
				className="native"
				defaultValue={given.successor === NOBODY ? '待明确' : given.successor}
				placeholder="机构代码，或者：待明确"
				autoComplete="off"
			/>
		</Labelled>
	);
}

/** Who takes over from a body that is abolished. */
export function HeirField({ given, problems, known }: Props) {
	const choices = [{ code: NOBODY, name: '暂不明确（列为“承接部门待明确”）' }, ...known.bodies];
	return (
		<Labelled name="successor" label="承接机构" problems={problems}>
			<Pick id="successor" name="successor" value={given.successor} choices={choices} empty="请选择" />
		</Labelled>
	);
}

/** Division, kind, ranking and superior of a body. */
export function AttributeFields({ given, problems, known }: Props) {
	const kept = { establish: '', merge: '与第一个被合并机构相同', move: '不变' }[String(given.kind)] ?? '';
	const kinds = Object.entries(departmentKinds).map(([code, name]) => ({ code, name }));
	const ranking = [
		{ code: 'yes', name: '参加排名' },
		{ code: 'no', name: '列示，不参加排名' },
	];
	const parents = given.kind === 'move' ? [{ code: SELF, name: '不再是下属单位' }, ...known.bodies] : known.bodies;
	return (
		<div className="papers">
			<Labelled
				name="region"
				label="行政区划代码"
				problems={problems}
				note={kept ? `留空：${kept}` : '六位；未确定的留空'}
			>
				<input
					id="region"
					name="region"
					className="native"
					defaultValue={given.region}
					list="known-regions"
					inputMode="numeric"
					maxLength={6}
				/>
				<datalist id="known-regions">
					{known.regions.map(region => (
						<option key={region} value={region} />
					))}
				</datalist>
			</Labelled>
			<Labelled name="body_kind" label="类别" problems={problems}>
				<Pick id="body_kind" name="body_kind" value={given.bodyKind} choices={kinds} empty={kept || '政府部门'} />
			</Labelled>
			<Labelled name="rankable" label="排名" problems={problems}>
				<Pick
					id="rankable"
					name="rankable"
					value={given.rankable}
					choices={ranking}
					empty={given.kind === 'move' ? '不变' : '按类别和口径⑰'}
				/>
			</Labelled>
			{given.kind === 'merge' ? null : (
				<Labelled name="parent" label="所属机构（下属单位填写）" problems={problems} note="其事项归入所属机构">
					<Pick
						id="parent"
						name="parent"
						value={given.parent}
						choices={parents}
						empty={given.kind === 'move' ? '不变' : '无：自为责任主体'}
					/>
				</Labelled>
			)}
		</div>
	);
}

function Pick({
	id,
	name,
	value,
	choices,
	empty,
}: {
	id: string;
	name: string;
	value: string;
	choices: Named[];
	empty: string;
}) {
	const unlisted = value !== '' && !choices.some(({ code }) => code === value);
	return (
		<select id={id} name={name} className="native" defaultValue={value}>
			<option value="">{empty}</option>
			{unlisted ? <option value={value}>{value}</option> : null}
			{choices.map(({ code, name: words }) => (
				<option key={code} value={code}>
					{words}
				</option>
			))}
		</select>
	);
}

function withCode(named: Named[]): Named[] {
	return named.map(({ code, name }) => ({ code, name: name === code ? code : `${name}（${code}）` }));
}
