import { Fragment } from 'react';
import type { Step } from '#analytics/cases/steps.ts';
import type { Day } from '#analytics/law/day.ts';
import type { LateDay } from '#app/loaders/overrun.server.ts';
import { longDay } from '#app/words/format.ts';
import { foldSteps, foldWeeks, type Stretch, withLateness } from './steps.ts';

type Props = {
	steps: readonly Step[];
	/** A calendar stands beside the list: plain weekends need no line of their own. */
	beside?: 'calendar';
	/** Days after the due day on which the act was owed. */
	late?: readonly LateDay[];
	/** What comes after this day is marked as not yet come. */
	asOf?: Day;
};

/** The steps of a clock in order, days of one kind in a row told as one, each with its basis. */
export function StepList({ steps, beside, late = [], asOf }: Props) {
	const told = withLateness((beside ? foldWeeks : foldSteps)(steps), late);
	const ahead = asOf === undefined ? -1 : told.findIndex(step => step.from > asOf);
	return (
		<ol className="steps">
			{told.map((step, at) => (
				<Fragment key={`${step.from}${step.kind}${step.text}`}>
					{at === ahead ? <li className="ahead">以下为截至日之后的推算，假定此后不再办理：</li> : null}
					<StepLine step={step} />
				</Fragment>
			))}
		</ol>
	);
}

function StepLine({ step }: { step: Stretch }) {
	const several = step.from !== step.to;
	return (
		<li data-kind={step.kind}>
			<span className="step-day">
				{longDay(step.from)}
				{several ? `至${shortDay(step.from, step.to)}` : ''}
			</span>
			<span>{step.text}</span>
			{step.basis ? <small className="sub">{step.basis}</small> : null}
		</li>
	);
}

/** The end of a stretch: the year, and the month, only where they change. */
function shortDay(from: string, to: string): string {
	if (from.slice(0, 4) !== to.slice(0, 4)) return longDay(to);
	const [, month, day] = to.split('-').map(Number);
	return from.slice(0, 7) === to.slice(0, 7) ? `${day}日` : `${month}月${day}日`;
}
