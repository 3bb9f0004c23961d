import sql from '../../sql/queries/departments.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** One row per department known on the day: registered ones, and codes that only events mention (identified = false). */
export const departments = defineMeasure({
	name: 'departments',
	definition: '已登记的部门，以及仅在报送数据中出现、尚未登记的机构代码（未识别）。',
	params: { ...asked, code: 'text?' },
	columns: {
		code: 'text',
		name: 'text',
		region: 'text?',
		/** department | district | vertical | other_organ | authority */
		kind: 'text?',
		identified: 'flag',
		rankable: 'flag',
		valid_from: 'day?',
		/** Last day of existence; null: still there. */
		valid_to: 'day?',
		successor: 'text?',
		successor_name: 'text?',
	},
	sql,
});
