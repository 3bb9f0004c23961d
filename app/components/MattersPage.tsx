import { linkTo } from '#app/asked.ts';
import { filterQuery, type Sort } from '#app/filters.ts';
import type { MattersData } from '#app/loaders/matters.server.ts';
import { Exports } from './Exports.tsx';
import { MatterFilters } from './MatterFilters.tsx';
import { MatterTable } from './MatterTable.tsx';
import { Nothing, Page } from './Page.tsx';
import { Pager } from './Pager.tsx';

type Props = {
	title: string;
	lead: string;
	data: MattersData;
	/** Address of the page, and how it is ordered where the address does not say. */
	path: '/matters' | '/overdue';
	order: { sort: Sort; descending: boolean };
	empty: string;
};

/** A list of matters with filters, order, pages, and the same rows as a file. */
export function MattersPage({ title, lead, data, path, order, empty }: Props) {
	const { filters } = data;
	const overdue = path === '/overdue';
	const query = filterQuery(overdue ? { ...filters, statuses: null } : filters, order);
	const named = { sort: filters.sort, order: filters.descending ? 'desc' : 'asc' };
	const file = linkTo(data, '/matters.csv', { ...filterQuery(filters, order), ...named, page: null, size: null });
	const link = (sort: Sort) => {
		const descending = filters.sort === sort ? !filters.descending : sort === 'days_late';
		return linkTo(data, path, { ...query, page: null, sort, order: descending ? 'desc' : 'asc' });
	};
	return (
		<Page title={title} lead={lead} data={data} stock aside={<Exports file={file} />}>
			<MatterFilters data={data} path={path} />
			{data.total === 0 ? (
				<Nothing>{empty}</Nothing>
			) : (
				<MatterTable data={data} rows={data.matters} order={{ ...filters, link }} without={overdue ? ['ended'] : []} />
			)}
			{data.total > 0 && data.matters.length === 0 ? <Nothing>这一页没有内容，请返回首页查看。</Nothing> : null}
			<Pager page={filters.page} size={filters.size} total={data.total} />
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
