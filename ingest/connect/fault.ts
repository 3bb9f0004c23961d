/** What can go wrong with a platform; each word is stable and shown on the sources page. */
export type FaultCode =
	| 'unreachable'
	| 'timeout'
	| 'broken'
	| 'unauthorised'
	| 'redirect'
	| 'http_status'
	| 'too_large'
	| 'not_utf8'
	| 'html'
	| 'not_json'
	| 'no_list'
	| 'bad_page'
	| 'bad_totals'
	| 'same_page'
	| 'bad_cursor'
	| 'wrong_order'
	| 'large_tie'
	| 'other_origin'
	| 'wrong_table'
	| 'wrong_mapping'
	| 'wrong_range'
	| 'internal'
	| 'stopped';

/** A platform that could not be read. The message is for people, in Chinese, and never holds a secret. */
export class PlatformFault extends Error {
	readonly code: FaultCode;

	constructor(code: FaultCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
