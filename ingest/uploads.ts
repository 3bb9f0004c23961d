import { randomUUID } from 'node:crypto';
import type { Instant } from '#analytics/law/day.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { Mappings } from '#analytics/ledger/mappings.ts';
import type { Source } from '#analytics/ledger/sources.ts';
import { type Spooled, spooled } from './connect/files/spool.ts';
import { importFile } from './import.ts';
import { mappingVersions } from './mappings/saved.ts';

/** Uploads whose outcome is kept. */
const KEPT = 20;

type What = { file: string; source: Source; mapping: string; sheet: string | null; by: string };

/** One uploaded file and what has become of it so far; the counts are those of an import. */
type Upload = ReturnType<typeof begun>;

type Deps = {
	ledger: Pick<Ledger, 'append'>;
	mappings: Mappings;
	now(): Instant;
	most: number;
	log: { error(error: unknown, message: string): void };
};

/** Uploaded files: held on disk, read in the background one after the other, and their outcomes for as long as the process lives. */
export function openUploads({ ledger, mappings, now, most, log }: Deps) {
	const held = new Map<string, Spooled>();
	const uploads: Upload[] = [];
	let turn: Promise<void> = Promise.resolve();
	const read = async (upload: Upload, file: Spooled, { source, mapping, sheet }: What) => {
		try {
			const given = { path: file.path, name: upload.file, mapping, source, ...(sheet ? { sheet } : {}) };
			await importFile(given, { ledger, mappings, now }, soFar => Object.assign(upload, soFar));
			upload.state = 'done';
		} catch (error) {
			upload.state = 'failed';
			upload.message = sentenceOf(error);
			log.error(error, '上传的文件未能全部导入');
		} finally {
			await file.remove();
		}
	};
	return {
		translations: () => translations(mappings),
		async hold(bytes: AsyncIterable<Uint8Array>): Promise<string> {
			const key = randomUUID();
			held.set(key, await spooled(bytes, most, () => new Error(tooLarge(most))));
			return key;
		},
		async drop(key: string): Promise<void> {
			await held.get(key)?.remove();
			held.delete(key);
		},
		start(key: string, what: What): Upload {
			const file = held.get(key);
			if (file === undefined) throw new Error('文件已不在暂存处，请重新上传。');
			held.delete(key);
			const upload = begun(what, now());
			uploads.unshift(upload);
			uploads.splice(KEPT);
			turn = turn.then(() => read(upload, file, what));
			return upload;
		},
		list: () => uploads.map(upload => ({ ...upload })),
	};
}

/** What a file may be read through: the platforms that need no mapping, and the latest version of each mapping. */
async function translations(mappings: Mappings): Promise<{ name: string; describes: string; table: boolean }[]> {
	const latest = new Map<string, string>();
	for (const { name, describes } of await mappingVersions(mappings)) if (!latest.has(name)) latest.set(name, describes);
	return [
		...RECORDS.map(record => ({ ...record, table: false })),
		...[...latest].map(([name, describes]) => ({ name, describes, table: true })),
	];
}

const RECORDS = [
	{ name: 'contract', describes: '数督共享事件（CloudEvents）' },
	{ name: 'xroad', describes: 'X-Road 运行监测记录' },
];

function begun({ file, source, mapping, by }: What, at: Instant) {
	return {
		id: randomUUID(),
		file,
		source: source.code,
		source_name: source.name,
		mapping,
		by,
		started_at: at,
		state: 'running' as 'running' | 'done' | 'failed',
		rows: 0,
		accepted: 0,
		duplicates: 0,
		rejected: 0,
		message: null as string | null,
	};
}

/** What is wrong with a file is said for people, in Chinese; anything else is ours, and its words are for the log. */
function sentenceOf(error: unknown): string {
	const message = error instanceof Error ? error.message : '';
	return /\p{Script=Han}/u.test(message)
		? message
		: '读取文件时发生内部错误。已导入的部分有效，可重新上传同一文件，不会重复入账。';
}

function tooLarge(most: number): string {
	return `文件超过${Math.floor(most / 1024 / 1024)} MB，未予接收。请分成几个文件，或者由系统管理员用命令 shudu import 导入。`;
}
