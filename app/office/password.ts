import { hash, verify } from '@node-rs/argon2';

const SHORTEST = 10;
const LONGEST = 128;

/** argon2id with 19 MiB and two passes (OWASP's first choice), about 60 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Stands in where a name is unknown, so that the answer takes as long. Made with the same cost; nobody knows its password. */
const DECOY = '$argon2id$v=19$m=19456,t=2,p=1$H8BNx4vfKLarjLyxuku7oQ$7c69ZOAQeSR2tAb7em5LP/vaMv2L75J7QCDsle/mxuo';

/** The hash to store. Throws where the password is too short or too long. */
export async function hashPassword(password: string): Promise<string> {
	const length = [...password].length;
	if (length < SHORTEST) throw new Error(`口令太短：至少 ${SHORTEST} 个字符，现为 ${length} 个。请换一个更长的口令。`);
	if (length > LONGEST) throw new Error(`口令太长：至多 ${LONGEST} 个字符。`);
	return hash(password, cost);
}

/** Whether a password fits a stored hash; null stands for an unknown name and never fits, in the same time. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
	const fits = await verify(stored ?? DECOY, password.slice(0, 2 * LONGEST));
	return fits && stored !== null;
}
