import { Transform } from 'node:stream';

const END = Buffer.from('</head>');

/**
 * A page on its way out: puts the style variables just before `</head>`, the one place where React 18 does not mind finding
 * them, and takes out the NUL bytes that React 18 leaves where a Chinese character does not fit into the rest of its buffer.
 * `style` is asked once, when the head is complete.
 */
export function styled(style: () => string): Transform {
	let done = false;
	let held = Buffer.alloc(0);
	return new Transform({
		transform(written: Uint8Array, _encoding, next) {
			const chunk = withoutNul(written);
			if (done) return next(null, chunk);
			held = Buffer.concat([held, chunk]);
			const at = held.indexOf(END);
			if (at < 0) return next();
			done = true;
			next(null, Buffer.concat([held.subarray(0, at), Buffer.from(style()), held.subarray(at)]));
		},
		flush: next => next(null, done ? undefined : held),
	});
}

/** UTF-8 text without NUL bytes; no page of ours contains one on purpose. */
function withoutNul(bytes: Uint8Array): Uint8Array {
	return bytes.includes(0) ? bytes.filter(byte => byte !== 0) : bytes;
}
