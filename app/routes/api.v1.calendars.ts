import { countYear } from '#analytics/law/notices/check.ts';
import { regionsOf } from '#app/calendars/picture.ts';
import type { House } from '#app/context.ts';

/**
 * The working-day calendar in force: years with their working days (month by month, and in all), overlays, version; open to
 * anybody. `region`: a division code, for which the days are counted and the version is told.
 */
export function loader({
	request,
	context,
}: {
	request: Request;
	context: { store: Pick<House['store'], 'lawAt' | 'position'> };
}) {
	const region = new URL(request.url).searchParams.get('region') || null;
	if (region !== null && !/^\d{6}$/.test(region)) {
		const message = `地区“${region}”不正确，应为六位行政区划代码，如450000。`;
		return Response.json({ code: 'bad_question', message }, { status: 400 });
	}
	const { calendars, book } = context.store.lawAt(context.store.position());
	const { calendar } = calendars.of(region);
	const years = [...book.years].sort((a, b) => a.year - b.year);
	return Response.json({
		region,
		version: calendar.version,
		years: years.map(year => ({ ...year, workdays: countYear(year.year, calendar) })),
		overlays: book.overlays,
		regions: regionsOf(book),
	});
}
