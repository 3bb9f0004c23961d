/** What can be amiss with how a platform sends its events, in the order in which it is shown. */
export const feedKinds: Record<string, { name: string; meaning: string }> = {
	before_act: { name: '记录早于办理', meaning: '平台的写入时间早于所填办理时间' },
	ahead: { name: '平台时钟超前', meaning: '平台的写入时间晚于本系统收到的时间' },
	recorded_late: { name: '补录', meaning: '写入时间晚于办理72小时以上' },
	sent_late: { name: '迟报', meaning: '写入24小时以后才收到，接入以前的历史数据不计' },
	no_receipt: { name: '有答复无收到', meaning: '报来答复，本案没有收到申请的记录' },
	no_reply: { name: '有提供无答复', meaning: '报来提供，本案没有答复的记录' },
	took_differs: { name: '自报用时不符', meaning: '平台自报的办理用时与按其所报时间核算的不同' },
};

/** A time difference in words: `3天4小时`, `12分钟`. */
export function spanWords(minutes: number | null): string {
	if (minutes === null) return '—';
	const days = Math.floor(minutes / 1440);
	const hours = Math.floor((minutes % 1440) / 60);
	if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`;
	return hours > 0 ? `${hours}小时${minutes % 60}分钟` : `${minutes}分钟`;
}

/** What a platform states that an act took, and what it took by its own times: `自报5个工作日，核算8个工作日`. */
export function durationsWords({ stated, counted, unit }: Durations): string | null {
	if (stated === null || counted === null) return null;
	const name = unit === 'wd' ? '个工作日' : '小时';
	const told = (value: number) => `${Math.round(value * 10) / 10}${name}`;
	return `自报${told(stated)}，核算${told(counted)}`;
}

type Durations = { stated: number | null; counted: number | null; unit: string | null };
