import { createHash, randomBytes } from 'node:crypto';

/** What a token is for, readable at its front: a source's push token, or a person's token for the API. */
type TokenKind = 'source' | 'personal';

/** A new secret of 32 random bytes: `token` is shown once, `hash` is stored. */
export function mintToken(kind: TokenKind): { token: string; hash: string } {
	const token = `shudu_${kind}_${randomBytes(32).toString('base64url')}`;
	return { token, hash: hashToken(token) };
}

/** sha-256 (hex); enough for secrets of full entropy. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
