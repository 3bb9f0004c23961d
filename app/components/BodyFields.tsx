import type { Choice } from '#app/loaders/choices.server.ts';
import { departmentKinds } from '#app/words/zh.ts';
import { PickManyField } from './fields.tsx';

type Props = { filters: { departments: string[] | null; kinds: string[] | null }; departments: Choice[] };

/** Which bodies: by name, by what they are. */
export function BodyFields({ filters, departments }: Props) {
	return (
		<>
			<PickManyField
				name="department"
				label="部门"
				values={filters.departments ?? []}
				choices={departments.map(({ code, name }) => ({ value: code, name }))}
			/>
			<PickManyField
				name="kind"
				label="机构类别"
				values={filters.kinds ?? []}
				choices={Object.entries(departmentKinds).map(([value, name]) => ({ value, name }))}
			/>
		</>
	);
}
