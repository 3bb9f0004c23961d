import { linkTo } from '#app/asked.ts';
import type { BreachesData, BreachItem } from '#app/loaders/breaches.server.ts';
import { answers, liableNames } from '#app/words/breaches.ts';
import { itemNames } from '#app/words/items.ts';
import { Figure } from './Figure.tsx';

type Count = 'pending' | 'confirmed' | 'dismissed' | 'total';
const counts: Count[] = ['pending', 'confirmed', 'dismissed', 'total'];

/** The items of Articles 39 to 41 with their words; every number opens its leads. */
export function BreachItems({ data }: { data: BreachesData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide breach-items">
				<thead>
					<tr>
						<th>条款</th>
						<th>条文</th>
						{counts.map(key => (
							<th key={key} className="number">
								{answers[key] ?? '合计'}
							</th>
						))}
					</tr>
				</thead>
				{Object.entries(liableNames).map(([liable, name]) => (
					<tbody key={liable}>
						<tr className="part">
							<th colSpan={6} scope="rowgroup">
								{name}
							</th>
						</tr>
						{data.items
							.filter(item => item.liable === liable)
							.map(item => (
								<Line key={item.item} data={data} item={item} />
							))}
					</tbody>
				))}
			</table>
		</div>
	);
}

function Line({ data, item }: { data: BreachesData; item: BreachItem }) {
	const { departments } = data.filters;
	return (
		<tr data-none={item.total === 0 || undefined}>
			<td data-head="条款">
				{item.article}
				<small className="sub">{itemNames[item.item]}</small>
			</td>
			<td data-head="条文">{item.says}</td>
			{counts.map(key => (
				<td key={key} className="number" data-head={answers[key] ?? '合计'}>
					<Figure
						value={item[key]}
						to={linkTo(data, '/breaches', {
							item: item.item,
							decided: key === 'total' ? null : key,
							department: departments,
						})}
						name={`${item.article}${answers[key] ?? '合计'}`}
						unit="条"
					/>
				</td>
			))}
		</tr>
	);
}
