import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

/** Encrypts secrets at rest (AES-256-GCM); what was sealed for one purpose does not open for another. */
export type Seal = {
	close(plain: string, purpose: string): string;
	/** Throws where the key is another, or the text was changed. */
	open(sealed: string, purpose: string): string;
};

const IV = 12;
const TAG = 16;

/** A seal whose key comes from the house's secret (SESSION_SECRET). Deriving it takes some 50 ms, once. */
export function openSeal(secret: string): Seal {
	const key = scryptSync(secret, 'shudu/source-secrets', 32);
	return {
		close(plain, purpose) {
			const iv = randomBytes(IV);
			const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose));
			const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
			return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
		},
		open(sealed, purpose) {
			const bytes = Buffer.from(sealed, 'base64url');
			const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG })
				.setAAD(Buffer.from(purpose))
				.setAuthTag(bytes.subarray(IV, IV + TAG));
			return decipher.update(bytes.subarray(IV + TAG), undefined, 'utf8') + decipher.final('utf8');
		},
	};
}
