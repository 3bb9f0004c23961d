import type { MappingVersion } from '#analytics/ledger/mappings.ts';
import { isPulled } from '#analytics/ledger/sources.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { blank, written } from '#app/mappings/draft.ts';
import { Refusal } from '#app/refusal.ts';

type Version = Pick<MappingVersion, 'version' | 'author' | 'createdAt'>;

/** One mapping: what it is for, its versions, and the sources whose rows it translates. */
export type MappingLine = {
	name: string;
	describes: string;
	versions: Version[];
	sources: { code: string; name: string; mapping: string }[];
};

export type MappingsData = { mappings: MappingLine[]; tended: boolean; saved: string | null };

/** Every mapping with its versions, the latest first. */
export async function mappingsData(viewer: Viewer, context: House, saved: string | null): Promise<MappingsData> {
	const [versions, sources] = await Promise.all([context.intake.mappings(), context.sources.list()]);
	const names = [...new Set(versions.map(one => one.name))];
	const mappings = names.map(name => {
		const own = versions.filter(one => one.name === name);
		return {
			name,
			describes: own[0]?.describes ?? '',
			versions: own.map(({ version, author, createdAt }) => ({ version, author, createdAt })),
			sources: sources.flatMap(({ code, mapping, name: title }) =>
				mapping !== undefined && mapping.split('@')[0] === name ? [{ code, name: title, mapping }] : [],
			),
		};
	});
	return { mappings, tended: may(viewer.account.role, 'tend'), saved };
}

export type EditorData = { text: string; sources: { value: string; name: string }[] };

/** What the editor begins with: a version of a mapping, or an empty one; and the sources whose first page can be tried. */
export async function editorData(context: House, from: string | null): Promise<EditorData> {
	const pulled = (await context.sources.list()).filter(source => isPulled(source.connect));
	const sources = pulled.map(({ code, name }) => ({ value: code, name }));
	if (from === null) return { text: written(blank), sources };
	const [name, version] = from.split('@');
	const versions = (await context.intake.mappings()).filter(one => one.name === name);
	const found = version === undefined ? versions[0] : versions.find(one => String(one.version) === version);
	if (!found) throw new Refusal(404, 'no_mapping', `没有名为“${from}”的转换规则。请从列表中选择。`);
	return { text: found.text, sources };
}
