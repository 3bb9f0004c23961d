import sql from '../../sql/queries/reach.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** One row per code whose affairs the liaison of the body `code` sees on the day; none where that body has ceased to exist. */
export const reach = defineMeasure({
	name: 'reach',
	definition:
		'某机构的联络员可以查看的机构代码：本机构现用和曾用的代码、承接的原机构、下属单位。机构已撤并的，由承接机构查看。',
	params: { ...asked, code: 'text' },
	columns: {
		code: 'text',
		/** The body under its present code, the same on every row. */
		body: 'text',
	},
	sql,
});
