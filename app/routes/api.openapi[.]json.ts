import { openapi } from '../api/openapi.ts';

/** Description of the interfaces; open to anybody. */
export function loader() {
	return Response.json(openapi());
}
