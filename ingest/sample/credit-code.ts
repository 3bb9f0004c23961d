const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * An invented but well-formed 统一社会信用代码 (GB 32100-2015): registering body and kind of organisation
 * (`11` organ, `12` public institution, `13` people's organisation), six digits of region, nine of organisation code (GB 11714), check sign.
 */
export function creditCode(kind: '11' | '12' | '13', region: string, serial: number): string {
	const body = String(serial).padStart(8, '0');
	const head = `${kind}${region}${body}${bodyCheck(body)}`;
	return head + checkSign(head);
}

/** Whether all 18 signs are allowed and the last one fits the others. */
export function isCreditCode(code: string): boolean {
	return (
		code.length === 18 && [...code].every(sign => SIGNS.includes(sign)) && checkSign(code.slice(0, 17)) === code[17]
	);
}

function checkSign(head: string): string {
	const sum = WEIGHTS.reduce((total, weight, i) => total + weight * SIGNS.indexOf(head.charAt(i)), 0);
	return SIGNS.charAt((31 - (sum % 31)) % 31);
}

function bodyCheck(body: string): string {
	const sum = BODY_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body.charAt(i)), 0);
	const check = 11 - (sum % 11);
	return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
