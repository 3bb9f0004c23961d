import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs';
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { Nonce } from './components/nonce.ts';
import { styled } from './styled.server.ts';

/** After this long an unfinished page is cut off. */
export const streamTimeout = 10_000;

/** Renders a page: streamed to people, whole to machines. */
export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remixContext: EntryContext,
	{ nonce }: AppLoadContext,
): Promise<Response> {
	const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady';
	const cache = createCache();
	return new Promise((resolve, reject) => {
		let code = status;
		let answered = false;
		const { pipe, abort } = renderToPipeableStream(
			<StyleProvider cache={cache}>
				<Nonce.Provider value={nonce}>
					<RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
				</Nonce.Provider>
			</StyleProvider>,
			{
				nonce,
				[ready]() {
					answered = true;
					headers.set('Content-Type', 'text/html; charset=utf-8');
					headers.set('Cache-Control', 'no-store');
					const page = pipe(styled(() => extractStyle(cache)));
					resolve(new Response(createReadableStreamFromReadable(page), { headers, status: code }));
				},
				onShellError: reject,
				onError(error) {
					code = 500;
					if (answered) console.error(error);
				},
			},
		);
		setTimeout(abort, streamTimeout + 1000).unref();
	});
}
