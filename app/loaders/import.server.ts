import { type ActionFunctionArgs, data, redirect, unstable_parseMultipartFormData } from '@remix-run/node';
import type { KeptUpload } from '#analytics/ledger/uploads.ts';
import { demand } from '#app/auth/rights.ts';
import { requireViewer, type Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { LARGEST_UPLOAD, type Translatable } from '#app/uploads.ts';
import { OFFICE } from './coverage.server.ts';

export type ImportData = {
	sources: { code: string; name: string; mapping: string | null }[];
	translations: Translatable[];
	uploads: UploadLine[];
};

/** An uploaded file and what became of it. */
export type UploadLine = Omit<KeptUpload, 'sourceId' | 'startedAt' | 'movedAt'> & {
	source: string;
	source_name: string;
	started_at: number;
};

/** What a file can be read into and through, and what became of the latest ones. */
export async function importData({ sources, uploads }: House): Promise<ImportData> {
	const registered = (await sources.list()).filter(one => one.code !== OFFICE);
	const kept = await uploads.list();
	return {
		sources: registered.map(({ code, name, mapping }) => ({ code, name, mapping: mapping ?? null })),
		translations: await uploads.translations(),
		uploads: kept.map(({ sourceId, startedAt, movedAt: _, ...told }) => {
			const one = registered.find(({ id }) => id === sourceId);
			return { ...told, source: one?.code ?? '', source_name: one?.name ?? '已删除的来源', started_at: startedAt };
		}),
	};
}

/** What was filled in, and why the file was not taken. */
export type ImportRefusal = { given: Given; message: string };

type Given = { source: string; mapping: string; sheet: string };

/** Takes an uploaded file: it streams to disk, and is read from there in the background. The page shows how far it is. */
export async function takeUpload({ request, context }: ActionFunctionArgs) {
	const viewer = await requireViewer(request, context);
	try {
		demand(viewer.account.role, 'import');
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		throw data({ code: error.code, message: error.message }, { status: error.status });
	}
	const held: Held = { key: null, file: '', fault: null };
	let given: Given = { source: '', mapping: '', sheet: '' };
	try {
		given = await readUpload(request, context, held);
		await start(context, viewer, given, held);
		return redirect('/import');
	} catch (error) {
		if (held.key !== null) await context.uploads.drop(held.key);
		if (!(error instanceof Refusal)) throw error;
		return data<ImportRefusal>({ given, message: error.message }, { status: error.status });
	}
}

/** The file of a form while it comes in; `fault`: why it was not taken. */
type Held = { key: string | null; file: string; fault: string | null };

async function readUpload(request: Request, { uploads }: House, held: Held): Promise<Given> {
	const length = Number(request.headers.get('content-length') ?? Number.NaN);
	if (Number.isNaN(length)) throw new Refusal(400, 'no_length', '提交的内容没有写明长度，未予接收。请从页面提交。');
	if (length > LARGEST_UPLOAD + 65_536) throw new Refusal(400, 'too_large', TOO_LARGE);
	const form = await parsed(request, uploads, held);
	const text = (name: string) => String(form.get(name) ?? '').trim();
	return { source: text('source'), mapping: text('mapping'), sheet: text('sheet') };
}

async function parsed(request: Request, uploads: House['uploads'], held: Held): Promise<FormData> {
	try {
		return await unstable_parseMultipartFormData(request, async ({ name, filename, data: bytes }) => {
			if (name !== 'file') return textOf(bytes);
			if (!filename || held.key !== null) return drained(bytes);
			held.file = filename.split(/[\\/]/).at(-1) ?? filename;
			held.key = await uploads.hold(bytes);
			return held.key;
		});
	} catch (error) {
		const told = error instanceof Error && /\p{Script=Han}/u.test(error.message) ? error.message : null;
		throw new Refusal(400, 'bad_form', told ?? '文件没有传完，未予接收。请返回页面重新上传。');
	}
}

/** Bytes of a field that is no file. */
const LONGEST_FIELD = 4096;

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of bytes) {
		size += chunk.byteLength;
		if (size > LONGEST_FIELD) throw new Refusal(400, 'bad_form', '表单内容过长，未予接收。请从页面提交。');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

async function drained(bytes: AsyncIterable<Uint8Array>): Promise<undefined> {
	for await (const _ of bytes);
}

async function start({ sources, uploads }: House, { account }: Viewer, given: Given, held: Held): Promise<void> {
	const source = given.source === OFFICE ? null : await sources.byCode(given.source);
	if (source === null) throw new Refusal(400, 'no_source', '请选择数据来源。');
	if (!(await uploads.translations()).some(({ name }) => name === given.mapping)) {
		throw new Refusal(400, 'no_mapping', '请选择转换规则。');
	}
	if (held.key === null) throw new Refusal(400, 'no_file', '请选择要导入的文件。');
	await uploads.start(held.key, {
		file: held.file,
		source,
		mapping: given.mapping,
		sheet: given.sheet || null,
		by: account.name,
	});
	held.key = null;
}

const TOO_LARGE = `文件超过${LARGEST_UPLOAD / 1024 / 1024} MB，未予接收。请分成几个文件，或者由系统管理员用命令 shudu import 导入。`;
