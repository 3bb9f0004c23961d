import type { SourceActName } from '#analytics/ledger/source-acts.ts';
import type { PullState } from '#analytics/ledger/sources.ts';
import { count } from './format.ts';

/** What was done to a source. */
export const sourceActNames: Record<SourceActName, string> = {
	added: '登记',
	changed: '修改',
	paused: '暂停采集',
	resumed: '恢复采集',
	pulled: '立即采集',
	rotated: '更换报送令牌',
	back_fill_begun: '开始补采',
	back_fill_stopped: '停止补采',
	back_fill_resumed: '继续补采',
};

/** How a pulled source stands. open: it failed so often that it is asked only now and then. */
export type Circuit = 'closed' | 'retrying' | 'open';

/** Failures in a row after which a platform is asked only at the longest interval (ingest/turn.ts: ten minutes). */
const OPEN_AFTER = 5;

/** Whether a pulled source works, is tried again soon, or is held off. */
export function circuitOf({ failures }: Pick<PullState, 'failures'>): Circuit {
	if (failures === 0) return 'closed';
	return failures < OPEN_AFTER ? 'retrying' : 'open';
}

/** Sign, name, colour and meaning of a circuit. */
export const circuits: Record<Circuit, { sign: string; name: string; colour: string; meaning: string }> = {
	closed: { sign: '✓', name: '正常', colour: 'met', meaning: '按间隔采集' },
	retrying: { sign: '◆', name: '重试中', colour: 'late', meaning: '失败后依次间隔30秒、1分钟、2分钟、5分钟再试' },
	open: { sign: '▲', name: '已熔断', colour: 'overdue', meaning: '连续失败5次以上，每10分钟试一次，成功即恢复' },
};

/** Where a reader keeps its place: in a column's value and the key of the row, a time, or a number of pages or rows. */
type Place = { at?: unknown; key?: unknown };

/** How far a source has been read, in words. */
export function cursorWords(cursor: string | null): string {
	if (cursor === null) return '尚未读到任何位置，将从头开始';
	const place = placeIn(cursor);
	if (typeof place?.at === 'number') return `下次从平台列表的第${count(place.at)}页（条）读起`;
	if (place?.at) return `已读到：${short(place.at)}${place.key ? `（${short(place.key)}）` : ''}`;
	if (/^\d{1,12}$/.test(cursor)) return `已读到平台的第${count(Number(cursor))}位`;
	return `已读到：${short(cursor)}`;
}

function placeIn(cursor: string): Place | null {
	try {
		const value: unknown = JSON.parse(cursor);
		return value !== null && typeof value === 'object' ? value : null;
	} catch {
		return null;
	}
}

function short(value: unknown): string {
	const text = String(value);
	return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

/** A span in words: `不足1秒`, `12秒`, `3分5秒`. */
export function duration(ms: number): string {
	const seconds = Math.floor(ms / 1000);
	if (seconds < 1) return '不足1秒';
	if (seconds < 60) return `${seconds}秒`;
	const minutes = Math.floor(seconds / 60);
	return minutes < 60 ? `${minutes}分${seconds % 60}秒` : `${count(Math.floor(minutes / 60))}小时${minutes % 60}分`;
}

/** Why pulling is slowed down; null where it is not. */
export function slowedWords(behind: number | null): string | null {
	return behind === null ? null : `已入账而未计算的事件有${count(behind)}条，采集放慢，待计算跟上后自动恢复`;
}
