import sql from '../../sql/queries/services.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** One row per providing department × service with daily records in the span. */
export const services = defineMeasure({
	name: 'services',
	definition: '共享服务运行：按日报统计的调用次数、失败次数与调用成功率。',
	params: { ...asked, from: 'day', to: 'day', departments: 'texts?' },
	columns: {
		department: 'text',
		department_name: 'text',
		service: 'text',
		days: 'int',
		calls: 'real',
		failures: 'real',
		success_rate: 'real?',
		last_day: 'day',
	},
	sql,
});
