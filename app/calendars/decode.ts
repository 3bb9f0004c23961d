/** Control characters that no text has: the file is a document, a picture, an archive. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const BINARY = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * The text of a file: UTF-8, else GB18030 (with it GBK and GB2312), or UTF-16 where its mark says so.
 * `refused`, in Chinese, where it is no text.
 */
export function decodeText(bytes: Uint8Array): { text: string } | { refused: string } {
	const text = utf16(bytes) ?? decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
	if (text !== null && !BINARY.test(text)) return { text };
	return {
		refused:
			'文件不是文本：请上传通知正文（.txt）、holiday-cn（.json）、iCalendar（.ics）或者 CSV 文件；Word、PDF、图片请打开后复制正文粘贴。',
	};
}

function utf16(bytes: Uint8Array): string | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
	return bytes[0] === 0xfe && bytes[1] === 0xff ? decoded(bytes, 'utf-16be') : null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
