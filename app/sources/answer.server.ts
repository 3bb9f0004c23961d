import { data, redirect } from '@remix-run/node';
import { readSourceConfig, WrongSource } from '#analytics/ledger/source-config.ts';
import { isSourceRefused, type Source, type SourceConfig } from '#analytics/ledger/sources.ts';
import type { Tried } from '#analytics/ledger/trial.ts';
import type { House } from '#app/context.ts';
import type { Deed } from '#app/loaders/deed.server.ts';
import type { Problem } from '#app/policies/fields.ts';
import { configOf, type Given, readGiven } from './given.ts';

/** What the form of a source came to: its faults, a trial, or a new source's push token, which is shown this once. */
export type SourceAnswer = {
	given: Given;
	problems: Problem[];
	tried: Tried | null;
	/** Why it could not be saved as a whole; null where it could, or the faults say so. */
	message: string | null;
	token: { code: string; token: string } | null;
};

/** Answers the form of a new source: `try` fetches and shows and writes nothing, `save` adds it. */
export function answerNew(deed: Deed) {
	return answerSource(deed, null);
}

/**
 * Answers the form of a source, new where `kept` is null. The status says whether it was taken: 302 saved, 200 tried (or a
 * push token to be noted), 400 faults.
 */
export async function answerSource({ form, context, viewer }: Deed, kept: Source | null) {
	const { given, secrets } = readGiven(form);
	if (kept) given.values.code = kept.code;
	const blank: SourceAnswer = { given, problems: [], tried: null, message: null, token: null };
	const draft = await drafted(given, secrets, context);
	if (draft.problems.length > 0) return data<SourceAnswer>({ ...blank, problems: draft.problems }, 400);
	if (form.get('intent') !== 'save') {
		return data<SourceAnswer>({ ...blank, tried: await tryConfig(draft.config, context) });
	}
	const by = { account: viewer.account.name, at: context.now() };
	try {
		if (kept) {
			await context.sources.revise({ config: draft.config, again: given.again }, by);
			return redirect(`/sources/${kept.code}`);
		}
		const { source, token } = await context.sources.add(draft.config, by);
		if (source.connect.kind !== 'push') return redirect(`/sources/${source.code}`);
		return data<SourceAnswer>({ ...blank, token: { code: source.code, token } });
	} catch (error) {
		if (!isSourceRefused(error)) throw error;
		return data<SourceAnswer>({ ...blank, message: error.message }, 400);
	}
}

async function drafted(given: Given, secrets: Record<string, string>, { intake }: House) {
	const { config, problems } = configOf(given, secrets);
	const wrong = problems.length > 0 ? problems : problemsOf(config);
	const known = await mappingChoices(intake);
	const { mapping } = config;
	const strange = mapping !== undefined && !known.some(choice => choice.value === mapping);
	return {
		config,
		problems: strange ? [...wrong, { name: 'mapping', message: '没有这个转换规则，请从列表中选择。' }] : wrong,
	};
}

function problemsOf(config: SourceConfig): Problem[] {
	try {
		readSourceConfig(config);
		return [];
	} catch (error) {
		if (error instanceof WrongSource) return error.problems;
		throw error;
	}
}

/** The first page of the source as the form describes it, with the secrets that are kept of it; nothing is written. */
async function tryConfig(config: SourceConfig, { sources, intake }: House): Promise<Tried> {
	const { code, connect, mapping } = await sources.opened(config);
	return intake.tryOut({ code, mapping: { name: mapping }, rows: { connect } });
}

/** What a source's `mapping` may be: our own contract, the platforms that need none, each mapping's latest version, each older one. */
export async function mappingChoices(intake: House['intake']): Promise<{ value: string; name: string }[]> {
	const versions = await intake.mappings();
	const latest = versions.filter((one, at) => versions[at - 1]?.name !== one.name);
	return [
		...intake.platforms.map(name => ({ value: name === 'contract' ? '' : name, name: platformWords[name] ?? name })),
		...latest.map(({ name, version, describes }) => ({
			value: name,
			name: `${describes}（${name}，总用最新版，现为第${version}版）`,
		})),
		...versions.map(({ name, version }) => ({ value: `${name}@${version}`, name: `固定用 ${name} 第${version}版` })),
	];
}

const platformWords: Record<string, string> = {
	contract: '本系统约定的事件格式（不需转换）',
	xroad: 'X-Road 运行监测记录',
};
