import type { Choice } from '#app/loaders/choices.server.ts';
import type { IndicatorFilters } from '#app/loaders/indicators.server.ts';
import { regionName } from '#app/words/regions.ts';
import { BodyFields } from './BodyFields.tsx';
import { PickManyField } from './fields.tsx';

type Props = { filters: Omit<IndicatorFilters, 'indicators'>; departments: Choice[] };

/** Which bodies, by name, kind and division, and which catalogue item. */
export function ScopeFields({ filters, departments }: Props) {
	const regions = [...new Set(departments.flatMap(({ region }) => region ?? []))].sort();
	const [catalogue = '', ...more] = filters.catalogues ?? [];
	return (
		<>
			<BodyFields filters={filters} departments={departments} />
			<PickManyField
				name="region"
				label="行政区划"
				values={filters.regions ?? []}
				choices={regions.map(value => ({ value, name: regionName(value) }))}
			/>
			<label className="field wide">
				<span className="field-name">目录项编号</span>
				<input name="catalogue" className="native wide" defaultValue={catalogue} placeholder="全部" maxLength={200} />
			</label>
			{more.map(value => (
				<input key={value} type="hidden" name="catalogue" value={value} />
			))}
		</>
	);
}
