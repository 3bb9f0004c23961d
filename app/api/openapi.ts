import { measures } from '#analytics/measures/index.ts';
import { namesOf } from '#app/policies/fields.ts';
import { policyFields } from '#app/words/policies.ts';
import { dueFields } from './due-question.ts';

type Path = {
	summary: string;
	open?: boolean;
	query?: string[];
	path?: string[];
	post?: boolean;
	/** What a POST to the same address carries as its body; absent: there is none. */
	body?: string;
	/** Its types; absent: a calendar file. */
	types?: string[];
};

const readings = policyFields.flatMap(namesOf);

const asked = ['period', 'as_of', 'known'];
const filters = [
	'clock',
	'status',
	'department',
	'due_from',
	'due_to',
	'unheard',
	'late_min',
	'search',
	'sort',
	'order',
	'page',
	'size',
];

const paths: Record<string, Path> = {
	'/api/v1/events': { summary: '报送事件（CloudEvents 1.0；来源令牌）', post: true },
	'/api/v1/clocks': { summary: '时限一览', open: true },
	'/api/v1/due': {
		summary: '到期日试算与逐日说明：policy 指明口径版本（施行日期，缺省为起算日施行的版本），各口径字段可以另行指定',
		open: true,
		query: [
			'clock',
			'from',
			'extended',
			'days',
			'policy',
			'region',
			'signed',
			'precheck',
			...dueFields.flatMap(namesOf),
		],
		body: '所用的工作日历（与命令行 --calendar 的文件相同，不超过256 KB）；正文没有写明年份的，在 year 中写明',
	},
	'/api/v1/calendars': {
		summary: '工作日历：各年放假安排、地方放假日与一次性安排、日历版本',
		open: true,
		query: ['region'],
	},
	'/api/v1/schema': { summary: '事件的 JSON Schema', open: true },
	'/api/v1/measures/{name}': {
		summary: `指标（Accept 写 text/csv 或者 application/vnd.openxmlformats-officedocument.spreadsheetml.sheet 的，得 CSV、XLSX）：${Object.keys(measures).join('、')}`,
		path: ['name'],
		query: [...asked, ...filters],
	},
	'/api/v1/league': { summary: '部门排名', query: asked },
	'/api/v1/scores': {
		summary: '部门评价：得分、名次、上期名次、口径调整（board：provider、demander、composite）',
		query: ['board', ...asked],
	},
	'/api/v1/overdue': { summary: '超期清单', query: [...asked, ...filters] },
	'/api/v1/cases/{case}': { summary: '案件：事件、时限与计时说明', path: ['case'], query: asked },
	'/api/v1/cases/{case}/slip': {
		summary:
			'一个时限的计时说明：逐日步骤、到期日、逾期，及所依据的日历与口径版本；按历次口径、逐项改动和所给口径的结果（supposed）',
		path: ['case'],
		query: ['line', 'clock', 'run', ...asked, 'policy', ...readings],
	},
	'/api/v1/departments/{code}': { summary: '部门概况', path: ['code'], query: asked },
	'/api/v1/organisations': {
		summary: '机构登记与沿革：按区划的机构及下属单位、其他代码、已撤并的机构、未识别的代码、变更记录',
		query: asked,
	},
	'/api/v1/sources': { summary: '数据来源', query: asked },
	'/api/v1/sources/{code}': { summary: '一个数据来源：接入、采集进度、采集记录与操作记录', path: ['code'] },
	'/api/v1/sources/{code}/backfills': {
		summary: '一个数据来源的补采：范围、进度、速度与剩余时间的估计；POST 开始、停止、继续',
		path: ['code'],
		body: '{"begins": "起", "ends": "止"}（可为 null），或者 {"act": "stop"}、{"act": "resume"}',
		types: ['application/json'],
	},
	'/api/v1/rejects': {
		summary: '拒收数据；POST 重放（act 为 replay）或者不予处理（dismiss，须写 reason），需有处理拒收的权限',
		query: ['source', 'code', 'state', 'page', 'size'],
		body: '{"act": "replay"} 或者 {"act": "dismiss", "reason": "理由"}，并以 id、source、code 指明哪些拒收，全部未处理的写 "all": true',
		types: ['application/json'],
	},
	'/healthz': { summary: '存活', open: true },
	'/readyz': { summary: '就绪', open: true },
	'/metrics': { summary: '运行指标（Prometheus；个人令牌）' },
};

const calendarFiles = ['application/json', 'text/calendar', 'text/csv', 'text/plain'];

/** The description of the interfaces, as OpenAPI 3.1. */
export function openapi(): object {
	return {
		openapi: '3.1.0',
		info: { title: '数督接口', version: '1', description: '政务数据共享监督与分析' },
		components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
		paths: Object.fromEntries(Object.entries(paths).map(([path, described]) => [path, operation(described)])),
	};
}

function operation({ summary, open, query = [], path = [], post, body, types = calendarFiles }: Path): object {
	const parameters = [...path.map(name => parameter(name, 'path')), ...query.map(name => parameter(name, 'query'))];
	const security = open ? [] : [{ bearer: [] }];
	const responses = { 200: { description: '成功' }, ...(open ? {} : { 401: { description: '未登录或令牌无效' } }) };
	const described = { summary, security, parameters, responses };
	if (body === undefined) return { [post ? 'post' : 'get']: described };
	const content = Object.fromEntries(types.map(type => [type, {}]));
	return { get: described, post: { ...described, requestBody: { description: body, required: true, content } } };
}

function parameter(name: string, where: 'path' | 'query'): object {
	return { name, in: where, required: where === 'path', schema: { type: 'string' } };
}
