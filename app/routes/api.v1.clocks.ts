import { clocks } from '#analytics/law/clocks.ts';

/** The clocks as data; open to anybody. */
export function loader() {
	return Response.json({ clocks: Object.entries(clocks).map(([name, clock]) => ({ name, ...clock })) });
}
