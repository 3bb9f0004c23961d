import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Right } from '../auth/rights.ts';
import { download, formAsked, ListFile } from '../list-file.ts';
import { type Question, questionOf } from '../loaders/page.server.ts';
import { Refusal } from '../refusal.ts';

/** The loader of an interface path or a file: same door and same data as the page; a Refusal becomes its status with `{ code, message }`. */
export function answer(right: Right, load: (question: Question) => Promise<unknown>) {
	return async ({ request, context, params }: LoaderFunctionArgs): Promise<Response> => {
		try {
			const found = await load(await questionOf(request, context, params, right));
			if (found instanceof ListFile) return await download(found, formAsked(request) ?? 'csv');
			return found instanceof Response ? found : Response.json(found, { headers: { 'Cache-Control': 'no-store' } });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return Response.json({ code: error.code, message: error.message }, { status: error.status });
		}
	};
}
