/** Why a question is not answered: an HTTP status, a stable code, and a Chinese sentence that names the thing and the way out. */
export class Refusal extends Error {
	constructor(
		readonly status: 400 | 401 | 403 | 404 | 409,
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}
