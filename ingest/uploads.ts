import { randomUUID } from 'node:crypto';
import type { Instant } from '#analytics/law/day.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { Mappings } from '#analytics/ledger/mappings.ts';
import type { Source } from '#analytics/ledger/sources.ts';
import type { KeptUpload, UploadLog } from '#analytics/ledger/uploads.ts';
import { type Spooled, spooled } from './connect/files/spool.ts';
import { type Imported, importFile } from './import.ts';
import { mappingVersions } from './mappings/saved.ts';

/** Uploads that are shown. */
const SHOWN = 20;
/** Milliseconds between two notes of how far a file is; one that another process has not noted for so long has ended with it. */
const NOTED = 1000;
const LOST = 120_000;

type What = { file: string; source: Source; mapping: string; sheet: string | null; by: string };

type Deps = {
	ledger: Pick<Ledger, 'append'>;
	mappings: Mappings;
	uploads: UploadLog;
	now(): Instant;
	most: number;
	log: { error(error: unknown, message: string): void };
};

/** Uploaded files: held on disk, read in the background one after the other; what becomes of each is kept. */
export function openUploads({ ledger, mappings, uploads, now, most, log }: Deps) {
	const held = new Map<string, Spooled>();
	const here = new Map<string, KeptUpload>();
	let turn: Promise<void> = Promise.resolve();
	let noted: Promise<void> = Promise.resolve();
	/** One after the other, so that how it ended is what stands. */
	const note = (upload: KeptUpload, to: Partial<KeptUpload>) => {
		const told = { ...to, movedAt: now() };
		Object.assign(upload, told);
		noted = noted.then(() => uploads.move(upload.id, told)).catch(error => log.error(error, '上传文件的进度没有记下'));
		return noted;
	};
	const read = async (upload: KeptUpload, file: Spooled, { source, mapping, sheet }: What) => {
		try {
			const given = { path: file.path, name: upload.file, mapping, source, ...(sheet ? { sheet } : {}) };
			const all = await importFile(given, { ledger, mappings, now }, soFar => {
				if (now() - upload.movedAt >= NOTED) void note(upload, soFar);
				else Object.assign(upload, soFar);
			});
			await note(upload, { ...all, state: 'done' });
		} catch (error) {
			log.error(error, '上传的文件未能全部导入');
			await note(upload, { ...countsOf(upload), state: 'failed', message: sentenceOf(error) });
		} finally {
			here.delete(upload.id);
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
		async start(key: string, what: What): Promise<void> {
			const file = held.get(key);
			if (file === undefined) throw new Error('文件已不在暂存处，请重新上传。');
			const upload = begun(what, file, now());
			await uploads.begin(upload);
			held.delete(key);
			here.set(upload.id, upload);
			turn = turn.then(() => read(upload, file, what));
		},
		async list(): Promise<KeptUpload[]> {
			const kept = await uploads.list(SHOWN);
			return kept.map(one => ({ ...(here.get(one.id) ?? (isLost(one, now()) ? lost(one) : one)) }));
		},
	};
}

function isLost({ state, movedAt }: KeptUpload, at: Instant): boolean {
	return state === 'running' && movedAt < at - LOST;
}

function lost(upload: KeptUpload): KeptUpload {
	const message = '导入中途程序退出。已导入的部分有效，可重新上传同一文件，不会重复入账。';
	return { ...upload, state: 'failed', message };
}

function countsOf({ rows, accepted, duplicates, rejected }: KeptUpload): Imported {
	return { rows, accepted, duplicates, rejected };
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

function begun({ file, source, mapping, by }: What, { size, digest }: Spooled, at: Instant): KeptUpload {
	return {
		...{ id: randomUUID(), sourceId: source.id, file, size, digest, mapping, account: by },
		...{ startedAt: at, movedAt: at, state: 'running', message: null },
		...{ rows: 0, accepted: 0, duplicates: 0, rejected: 0 },
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
