import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type Asked, plainAddress, readAsked } from '#app/asked.ts';
import { demand, type Right } from '#app/auth/rights.ts';
import { requireViewer, type Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { recalled } from './knowledge.server.ts';

/** A request after the door: who asks what, in which house. */
export type Question = {
	viewer: Viewer;
	asked: Asked;
	context: House;
	query: URLSearchParams;
	params: Record<string, string | undefined>;
};

/**
 * The loader of a page: signs in, checks the right, reads the question, and turns a Refusal into its status and sentence.
 * What only the form of the question says is written plainly into the address first (`plainAddress`).
 */
export function page<T>(right: Right, load: (question: Question) => Promise<T>) {
	return async ({ request, context, params }: LoaderFunctionArgs): Promise<T> => {
		const { pathname, searchParams } = new URL(request.url);
		const plain = plainAddress(searchParams);
		if (plain !== null) throw redirect(withQuery(pathname, plain));
		try {
			return await load(await questionOf(request, context, params, right));
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			throw data({ code: error.code, message: error.message }, { status: error.status });
		}
	};
}

/** Reads a request: viewer, right, question. Throws Refusal, or the Response that leads to the sign-in. */
export async function questionOf(
	request: Request,
	context: House,
	params: Question['params'],
	right: Right,
): Promise<Question> {
	const viewer = await requireViewer(request, context);
	demand(viewer.account.role, right);
	const query = new URL(request.url).searchParams;
	const asked = await recalled(readAsked(query, context.today(), context.store.position()), context);
	return { viewer, asked, context, query, params };
}

/** An address within the house: what begins with several slashes would be another host. */
function withQuery(pathname: string, query: URLSearchParams): string {
	const path = pathname.replace(/^\/+/, '/');
	return query.size > 0 ? `${path}?${query}` : path;
}
