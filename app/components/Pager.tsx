import { Link, useLocation } from '@remix-run/react';
import { count } from '#app/words/format.ts';

/** Ways through a list page by page; every page has its address. */
export function Pager({ page, size, total }: { page: number; size: number; total: number }) {
	const { pathname, search } = useLocation();
	const last = Math.max(1, Math.ceil(total / size));
	const at = (to: number) => {
		const query = new URLSearchParams(search);
		if (to === 1) query.delete('page');
		else query.set('page', String(to));
		return `${pathname}${query.size > 0 ? `?${query}` : ''}`;
	};
	const step = (to: number, name: string, on: boolean) =>
		on ? <Link to={at(to)}>{name}</Link> : <span aria-disabled="true">{name}</span>;
	return (
		<nav className="pager" aria-label="分页" data-total={total}>
			<span>共{count(total)}条</span>
			{last === 1 ? null : (
				<>
					{step(1, '首页', page > 1)}
					{step(page - 1, '上一页', page > 1)}
					<span aria-current="page">
						第{count(page)}/{count(last)}页
					</span>
					{step(page + 1, '下一页', page < last)}
					{step(last, '末页', page < last)}
				</>
			)}
		</nav>
	);
}
