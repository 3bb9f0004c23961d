import type { ReactNode } from 'react';
import type { Framed } from '#app/loaders/frame.server.ts';
import { AsOfBar } from './AsOfBar.tsx';

type Props = {
	title: string;
	/** One sentence on what the page shows. */
	lead?: ReactNode;
	/** The answer the page shows; null on pages without figures. */
	data: Framed | null;
	/** Figures of a moment, not of a span: the span is not offered. A text says what else they are of. */
	stock?: boolean | string;
	/** What is shown does not depend on the question: neither span nor day is offered, and this is said instead. */
	always?: string;
	/** Links at the right of the title, e.g. to a file. */
	aside?: ReactNode;
	children: ReactNode;
};

/** A page: title, the as-of bar, the content. */
export function Page({ title, lead, data, stock = false, always, aside, children }: Props) {
	return (
		<>
			<div className="title">
				<div>
					<h1>{title}</h1>
					{lead ? <p>{lead}</p> : null}
				</div>
				{aside ? <div className="aside">{aside}</div> : null}
			</div>
			{data ? <AsOfBar data={data} stock={stock} always={always} /> : null}
			{children}
		</>
	);
}

/** A framed part of a page with its own heading. */
export function Panel({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
	return (
		<section className="panel">
			<h2>{title}</h2>
			{note ? <p className="note">{note}</p> : null}
			{children}
		</section>
	);
}

/** What a page says where there is nothing to show. */
export function Nothing({ children }: { children: ReactNode }) {
	return <p className="nothing">{children}</p>;
}
