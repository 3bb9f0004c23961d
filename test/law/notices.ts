import type { HolidayYear } from '#analytics/law/calendar.ts';
import { tellingOf } from '#analytics/law/notices/told.ts';

/** A notice for 2027 that nobody issued, in the form of the real ones. */
export const notice2027 = `国务院办公厅关于2027年部分节假日安排的通知

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至12日（农历正月初七、周五）放假调休，共8天。2月14日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。

国务院办公厅
2026年11月25日
`;

/** A year written in each form that a notice may be given in. */
export const written: Record<'holiday-cn' | 'ical' | 'csv' | 'text', (year: HolidayYear) => string> = {
	'holiday-cn': year =>
		JSON.stringify({
			year: year.year,
			papers: [year.address],
			days: tellingOf(year).map(({ on, name, off }) => ({ name, date: on, isOffDay: off })),
		}),
	ical: year => {
		const events = tellingOf(year).map(({ on, name, off }) =>
			fold(
				`BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${on.replaceAll('-', '')}\r\nSUMMARY:${name}（${off ? '休' : '班'}）\r\nEND:VEVENT`,
			),
		);
		return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
	},
	csv: year =>
		['日期,类型,名称', ...tellingOf(year).map(({ on, name, off }) => `${on},${off ? '休' : '班'},"${name}"`)].join(
			'\n',
		),
	text: year => {
		const names = [...new Set([...year.off, ...year.work].map(({ name }) => name))];
		return names.map(name => `${name}：${spans(year, name)}${makeUp(year, name)}`).join('\n');
	},
};

function spans({ off }: HolidayYear, name: string): string {
	const said = off.filter(each => each.name === name).map(({ from, to }) => `${full(from)}至${full(to)}`);
	return said.length === 0 ? '' : `${said.join('、')}放假。`;
}

function makeUp({ work }: HolidayYear, name: string): string {
	const said = work.filter(each => each.name === name).map(({ date }) => full(date));
	return said.length === 0 ? '' : `${said.join('、')}上班。`;
}

function full(date: string): string {
	const [year, month, day] = date.split('-').map(Number);
	return `${year}年${month}月${day}日`;
}

/** Folds after every 20 characters, as RFC 5545 allows. */
function fold(text: string): string {
	return text.replace(/[^\r\n]{20}(?=[^\r\n])/g, part => `${part}\r\n `);
}
