import type { IndicatorLine } from '#app/loaders/indicators.server.ts';
import { CoverageMark } from './CoverageMark.tsx';
import { DepartmentName } from './DepartmentName.tsx';
import type { Ground } from './links.ts';

/** A body with what is to be said of it and of the reporting behind its figures; all bodies together: 全部. */
export function BodyName({ data, line }: { data: Ground; line: IndicatorLine }) {
	const told = Object.values(line.figures).some(({ units }) => units > 0);
	const mark = told ? <CoverageMark body={line.reported} /> : null;
	if (line.department === null) {
		return (
			<>
				<b>全部</b>
				{mark}
			</>
		);
	}
	return (
		<>
			<DepartmentName data={data} code={line.department} name={line.department_name ?? line.department} />
			{line.identified ? null : <small className="sub">未识别：代码尚未登记</small>}
			{line.treated === 'listed' && line.level !== 'authority' ? <small className="sub">列示，不参加排名</small> : null}
			{mark}
		</>
	);
}
