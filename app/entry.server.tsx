import { Transform } from 'node:stream';
import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs';
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { Nonce } from './components/nonce.ts';

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

/** Puts the style variables just before `</head>`, the one place where React 18 does not mind finding them. */
function styled(style: () => string): Transform {
	const end = Buffer.from('</head>');
	let done = false;
	let held = Buffer.alloc(0);
	return new Transform({
		transform(chunk: Buffer, _encoding, next) {
			if (done) return next(null, chunk);
			held = Buffer.concat([held, chunk]);
			const at = held.indexOf(end);
			if (at < 0) return next();
			done = true;
			next(null, Buffer.concat([held.subarray(0, at), Buffer.from(style()), held.subarray(at)]));
		},
		flush: next => next(null, done ? undefined : held),
	});
}
