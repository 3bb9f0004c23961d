import cataloguesSql from '../../sql/queries/catalogues.sql?raw';
import casesSql from '../../sql/queries/search_cases.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** One row per case number that contains a text, the latest first. */
export const searchCases = defineMeasure({
	name: 'search_cases',
	definition: '编号中含有所查文字的事项，最近有办理的在前。',
	params: { ...asked, text: 'text', limit: 'int' },
	columns: { case_id: 'text' },
	sql: casesSql,
});

/** One row per catalogue item known by its title. */
export const catalogues = defineMeasure({
	name: 'catalogues',
	definition: '已知名称的目录项；部门联络员只见与本部门有关的。',
	params: { ...asked },
	columns: { catalogue: 'text', title: 'text' },
	sql: cataloguesSql,
});
