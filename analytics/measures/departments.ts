import sql from '../../sql/queries/departments.sql?raw';
import { asked, defineMeasure, ruled } from './measure.ts';

/** One row per department known on the day: registered ones, and codes that only events mention (identified = false). */
export const departments = defineMeasure({
	name: 'departments',
	definition: '已登记的部门，以及仅在报送数据中出现、尚未登记的机构代码（未识别）。',
	params: { ...asked, ...ruled, code: 'text?' },
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
		/** It has ceased, and no single body took over (承接部门待明确). */
		unsettled: 'flag',
		/** The body (一级预算单位) that answers for it; null: it answers for itself. */
		parent: 'text?',
		parent_name: 'text?',
		/** ranked | listed | excluded: by the register, else by the policy (口径⑰). */
		treated: 'text',
		/** here | district | superior | vertical | other_organ: who may order it to put something right. */
		jurisdiction: 'text',
	},
	sql,
});
