import { type ActionFunctionArgs, data } from '@remix-run/node';
import { type Asked, readAsked } from '#app/asked.ts';
import { demand, type Right } from '#app/auth/rights.ts';
import { requireViewer, type Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { recalled } from './knowledge.server.ts';

/** A form after the door: who does what, in which house, on what question. */
export type Deed = {
	viewer: Viewer;
	asked: Asked;
	context: House;
	form: FormData;
	params: Record<string, string | undefined>;
};

/** Bytes of a form with its file. */
const MOST = 4 * 1024 * 1024;

/**
 * The action of a page: signs in, checks the right before a byte of the form is read, and runs. A Refusal that is not the
 * page's own to tell becomes its status and sentence.
 */
export function deed<T>(right: Right, act: (deed: Deed) => Promise<T>) {
	return async ({ request, context, params }: ActionFunctionArgs): Promise<T> => {
		try {
			const viewer = await requireViewer(request, context);
			demand(viewer.account.role, right);
			const { searchParams } = new URL(request.url);
			const asked = await recalled(readAsked(searchParams, context.today(), context.store.position()), context);
			return await act({ viewer, asked, context, params, form: await readForm(request) });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			throw data({ code: error.code, message: error.message }, { status: error.status });
		}
	};
}

async function readForm(request: Request): Promise<FormData> {
	const length = Number(request.headers.get('content-length') ?? Number.NaN);
	if (Number.isNaN(length)) throw new Refusal(400, 'no_length', '提交的内容没有写明长度，未予接收。请从页面提交。');
	if (length > MOST) throw new Refusal(400, 'too_large', '提交的内容超过4 MB，未予接收。请核对所选文件。');
	try {
		return await request.formData();
	} catch {
		throw new Refusal(400, 'bad_form', '提交的内容不完整或者格式不正确，未予接收。请返回页面重新提交。');
	}
}
