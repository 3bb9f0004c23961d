import type { LoaderFunctionArgs } from '@remix-run/node';
import { page } from '#app/loaders/page.server.ts';
import { Refusal } from '#app/refusal.ts';

/** Any address that is none of ours: 404, as a page or, under /api/, as JSON. */
export function loader(args: LoaderFunctionArgs) {
	if (new URL(args.request.url).pathname.startsWith('/api/')) {
		throw Response.json(
			{ code: 'not_found', message: '没有这个接口，接口说明见 /api/openapi.json。' },
			{ status: 404 },
		);
	}
	return missing(args);
}

const missing = page('figures', async () => {
	throw new Refusal(404, 'not_found', '没有这个页面，可能是地址有误，或内容已不存在。');
});

export default function Missing() {
	return null;
}
