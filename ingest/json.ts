/** Decodes strict UTF-8; a byte order mark at the start is dropped. Null where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Parses JSON text. Null where it is not JSON (the value `null` itself comes back as `{ value: null }`). */
export function parseJson(text: string): { value: unknown } | null {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return null;
	}
}
