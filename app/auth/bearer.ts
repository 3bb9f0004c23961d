/** The token of an `Authorization: Bearer …` header; null where there is none, or the header has another form. */
export function bearer(header: string | null | undefined): string | null {
	return /^bearer +(\S+)$/i.exec((header ?? '').trim())?.[1] ?? null;
}
