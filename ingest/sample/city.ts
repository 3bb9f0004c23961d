import { creditCode } from './credit-code.ts';
import { districts, districtTitles, municipal, unranked } from './municipal.ts';

/** How an organisation stands in the league: only `department` and `district` are ranked. */
type OrganisationKind = 'department' | 'district' | 'vertical' | 'other_organ' | 'authority';

export type Organisation = {
	/** 统一社会信用代码, invented but well formed. */
	code: string;
	/** Short Latin name, used in catalogue codes. */
	slug: string;
	name: string;
	/** 行政区划代码, invented. */
	region: string;
	kind: OrganisationKind;
	/** Code of the platform that reports the cases this organisation provides for. */
	platform: string;
};

/** One item of the city's catalogue (条例第十三条第二款). */
export type Item = {
	code: string;
	title: string;
	/** Slug of the providing organisation as the catalogue was first made. */
	provider: string;
	sharing: 'unconditional' | 'conditional' | 'none';
};

export type Platform = { code: string; name: string; region: string };

/** An invented city: nothing of it moves; what happens in it is told by story.ts. */
export type City = {
	name: string;
	region: string;
	organisations: Organisation[];
	items: Item[];
	platforms: Platform[];
	/** Throws RangeError for an unknown slug. */
	bySlug(slug: string): Organisation;
	/** Items of one provider, by its slug; the merged bureau has those of both its predecessors. */
	itemsOf(slug: string): Item[];
};

/** The platform most departments' cases run on. */
export const EXCHANGE = '990100-exchange';
/** The data authority's catalogue and supervision system: catalogue acts, decisions on extensions, findings, organisations. */
export const AUTHORITY_SYSTEM = '990100-catalogue';
/** Slugs of the two bureaus merged on 1 March, and of the one they became. */
export const MERGED = { from: ['forestry', 'garden'], to: 'green' } as const;

const REGION = '990100';
/** The authority's own system first: it knows every organisation and catalogue item by name. */
const platforms: readonly Platform[] = [
	{ code: AUTHORITY_SYSTEM, name: '市数据局目录管理与监督系统', region: REGION },
	{ code: EXCHANGE, name: '市级政务数据共享平台', region: REGION },
	{ code: '990100-hrss', name: '市人力社保局数据共享平台', region: REGION },
	{ code: '990100-samr', name: '市市场监管局数据交换平台', region: REGION },
	{ code: '990100-nr', name: '市自然资源和规划局空间数据平台', region: REGION },
	{ code: '990102-qiming', name: '启明区政务数据平台', region: '990102' },
	{ code: '990104-wangchao', name: '望潮区政务数据平台', region: '990104' },
];

/** 示例市: 71 organisations in its course, about 400 catalogue items, 7 platforms. The same at every call. */
export function sampleCity(): City {
	const organisations = allOrganisations();
	const slugs = new Map(organisations.map(one => [one.slug, one]));
	const items = allItems();
	const byProvider = groupByProvider(items);
	return {
		name: '示例市',
		region: REGION,
		organisations,
		items,
		platforms: [...platforms],
		bySlug: slug => {
			const found = slugs.get(slug);
			if (!found) throw new RangeError(`示例市没有简称为 ${slug} 的机构`);
			return found;
		},
		itemsOf: slug =>
			slug === MERGED.to ? MERGED.from.flatMap(one => byProvider.get(one) ?? []) : (byProvider.get(slug) ?? []),
	};
}

function allOrganisations(): Organisation[] {
	const city = lines(municipal).map(([slug = '', name = ''], i) => ({
		code: creditCode(organKind(slug), REGION, 2000 + i),
		slug,
		name,
		region: REGION,
		kind: 'department' as const,
		platform: ownPlatform(slug),
	}));
	const apart = lines(unranked).map(([slug = '', name = '', kind = ''], i) => ({
		code: creditCode('11', REGION, 7000 + i),
		slug,
		name,
		region: REGION,
		kind: kind as OrganisationKind,
		platform: EXCHANGE,
	}));
	const local = lines(districts).map(([digits = '', slug = '', name = '']) => ({
		code: creditCode('11', `9901${digits}`, 3000),
		slug,
		name: `${name}数据局`,
		region: `9901${digits}`,
		kind: 'district' as const,
		platform: ownPlatform(slug),
	}));
	const merged = { slug: MERGED.to, name: '市园林和林业局', kind: 'department' as const, platform: EXCHANGE };
	const authority = { slug: 'data', name: '市数据局', kind: 'authority' as const, platform: EXCHANGE };
	return [
		...city,
		{ ...merged, code: creditCode('11', REGION, 2900), region: REGION },
		...apart,
		...local,
		{ ...authority, code: creditCode('11', REGION, 1000), region: REGION },
	];
}

function allItems(): Item[] {
	const owned = [
		...lines(municipal).map(([slug = '', , ...titles]) => ({ slug, titles, region: REGION })),
		...lines(unranked).map(([slug = '', , , ...titles]) => ({ slug, titles, region: REGION })),
		...lines(districts).map(([digits = '', slug = '', name = '']) => ({
			slug,
			region: `9901${digits}`,
			titles: districtTitles.split(' ').map(title => `${name}${title}`),
		})),
	];
	return owned
		.flatMap(({ slug, titles, region }) =>
			titles.map((title, i) => ({
				code: `${region}/${slug}/${String(i + 1).padStart(3, '0')}`,
				title,
				provider: slug,
			})),
		)
		.map((item, i) => ({ ...item, sharing: mix(i) }));
}

/** 35 % unconditional, 55 % conditional, 10 % not shared, spread evenly over the departments. */
function mix(i: number): Item['sharing'] {
	const at = (i * 7) % 20;
	return at < 7 ? 'unconditional' : at < 18 ? 'conditional' : 'none';
}

function organKind(slug: string): '11' | '12' | '13' {
	if (['gjj', 'sbzx', 'bdc', 'ggzy'].includes(slug)) return '12';
	return ['disabled', 'coop'].includes(slug) ? '13' : '11';
}

function ownPlatform(slug: string): string {
	return platforms.find(one => one.code.endsWith(`-${slug}`))?.code ?? EXCHANGE;
}

function lines(block: string): string[][] {
	return block
		.trim()
		.split('\n')
		.map(line => line.split(' '));
}

function groupByProvider(items: Item[]): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) groups.set(item.provider, [...(groups.get(item.provider) ?? []), item]);
	return groups;
}
