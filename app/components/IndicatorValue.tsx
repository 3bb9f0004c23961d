import { Link } from '@remix-run/react';
import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import type { IndicatorFigure, IndicatorLine, IndicatorsData } from '#app/loaders/indicators.server.ts';
import { INCOMPLETE } from '#app/words/coverage.ts';
import { count } from '#app/words/format.ts';
import { noneReasons, valueWords } from '#app/words/indicators.ts';
import { differenceWords } from '#app/words/points.ts';
import { unitRows } from './links.ts';

type Props = { data: IndicatorsData; line: IndicatorLine; code: IndicatorCode };

/** An indicator of a body (or of all together), opening its units; without a value it says why. */
export function IndicatorValue({ data, line, code }: Props) {
	const figure = line.figures[code];
	if (figure === undefined) return <span className="rate none">—</span>;
	if (figure.reason !== null && figure.units === 0) {
		return <span className="rate none">{figure.reason === 'no_obligations' ? '—' : noneReasons[figure.reason]}</span>;
	}
	if (figure.units === 0) return <span className="rate none">{valueWords(code, figure)}</span>;
	return (
		<Link
			className="rate"
			to={unitRows(data, code, line.department)}
			aria-label={`${line.department_name ?? '全部'}${indicators[code].zh}`}
		>
			<b>{figure.reason === null ? valueWords(code, figure) : noneReasons[figure.reason]}</b>
			<Notes code={code} figure={figure} />
			<Earlier data={data} line={line} code={code} />
		</Link>
	);
}

function Notes({ code, figure }: { code: IndicatorCode; figure: IndicatorFigure }) {
	const { kind, unit } = indicators[code];
	const adjudicated = { num: figure.adjudicated_num, den: figure.adjudicated_den };
	const of = kind === 'rate' && figure.den ? `${count(figure.num)}/${count(figure.den)}` : null;
	return (
		<>
			<small className="sub">{of ?? (kind === 'count' ? unit : `${count(figure.units)}项`)}</small>
			{figure.excused > 0 ? (
				<small className="sub">
					认定后{valueWords(code, adjudicated)}（{count(figure.excused)}件有正当理由）
				</small>
			) : null}
			{figure.unreported > 0 && figure.reason === null ? (
				<small className="sub">另有{count(figure.unreported)}项未报送</small>
			) : null}
			{figure.too_few && figure.reason === null ? <small className="sub">样本不足</small> : null}
			{figure.incomplete ? <small className="sub coverage-mark">▲ {INCOMPLETE}</small> : null}
		</>
	);
}

/** 环比 and 同比, where they are asked for; a change of what is counted in between is marked. */
function Earlier({ data: { compared }, line, code }: Props) {
	const found = compared?.figures.find(each => each.indicator === code && each.department === line.department);
	if (found === undefined || compared === null || found.value === null) return null;
	const said = (['previous', 'year_before'] as const).flatMap(base => {
		if (compared.bases[base] === null) return [];
		const words = differenceWords(code, found[base], found.value) ?? '：基期没有数值';
		return [`${base === 'previous' ? '环比' : '同比'}${words}${found.adjusted[base] ? '＊' : ''}`];
	});
	return said.map(words => (
		<small key={words} className="sub">
			{words}
		</small>
	));
}
