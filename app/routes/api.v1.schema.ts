import { schemas } from '#analytics/cases/vocabulary.ts';

/** JSON Schema of every event type; open to anybody. */
export function loader() {
	return Response.json(schemas());
}
