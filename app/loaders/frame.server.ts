import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { type Coverage, coverageOf } from './coverage.server.ts';

/** What stands beside every figure: the question itself, how complete the data is, and whether it is the sample city's. */
export type Framed = Asked & { today: string; coverage: Coverage; sample: boolean };

/** The frame of an answer. */
export async function framed(asked: Asked, context: House): Promise<Framed> {
	return { ...asked, today: context.today(), coverage: await coverageOf(asked, context), sample: context.sample };
}

/** The arguments every measure takes. */
export function common(viewer: Viewer, asked: Asked) {
	return { as_of: asked.as_of, known: asked.known, visible: viewer.visible, ruled_on: asked.period.from };
}

/** `common` with the span asked about. */
export function spanned(viewer: Viewer, asked: Asked) {
	return { ...common(viewer, asked), from: asked.period.from, to: asked.period.to };
}
