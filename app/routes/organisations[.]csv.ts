import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type BodyLine, organisationsData } from '#app/loaders/organisations.server.ts';
import { UNSETTLED } from '#app/words/organisations.ts';
import { departmentKinds } from '#app/words/zh.ts';

type Line = Partial<BodyLine> & Pick<BodyLine, 'code' | 'name'> & { state: string };

/** The register of organisations as a file: bodies, ceased ones, and codes nobody registered. */
export const loader = answer('figures', async ({ viewer, asked, context }) => {
	const data = await organisationsData(viewer, asked, context);
	const bodies = data.regions.flatMap(region => region.bodies).flatMap(withUnits);
	const lines: Line[] = [
		...bodies.map(body => ({ ...body, state: '在册' })),
		...data.ceased.map(body => ({ ...body, state: '已撤并' })),
		...data.unidentified.map(({ code, name, region }) => ({ code, name, region, state: '未识别' })),
	];
	const name = `机构登记_截至${asked.as_of.replaceAll('-', '')}`;
	return listFile(name, columns, async (limit, offset) => lines.slice(offset, offset + limit));
});

function withUnits(body: BodyLine): BodyLine[] {
	return [body, ...body.units.flatMap(withUnits)];
}

const columns: Column<Line>[] = [
	{ head: '机构', cell: row => row.name },
	{ head: '机构代码', cell: row => row.code },
	{ head: '状态', cell: row => row.state },
	{ head: '类别', cell: row => departmentKinds[row.kind ?? ''] ?? null },
	{ head: '行政区划代码', cell: row => row.region ?? null },
	{ head: '所属机构', cell: row => row.parent_name ?? null },
	{ head: '所属机构代码', cell: row => row.parent ?? null },
	{ head: '参加排名', cell: row => (row.rankable === undefined ? null : row.rankable ? '是' : '否') },
	{ head: '设立', cell: row => row.valid_from ?? null },
	{ head: '末日', cell: row => row.valid_to ?? null },
	{ head: '承接机构', cell: row => row.successor_name ?? (row.unsettled ? UNSETTLED : null) },
	{ head: '承接机构代码', cell: row => row.successor ?? null },
	{ head: '其他代码', cell: row => row.codes?.map(({ code }) => code).join('、') || null },
];
