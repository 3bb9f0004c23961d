import { resolve } from 'node:path';
import { readAsked } from '#app/asked.ts';
import { confirm } from '../calendars/confirm.server.ts';
import type { YearDraft } from '../calendars/draft.ts';
import { isDoubtful, type Preview, previewOf } from '../calendars/preview.server.ts';
import { sumOf } from '../loaders/moves.server.ts';
import { enactmentWords } from '../words/enactments.ts';
import { longDay } from '../words/format.ts';
import { moveKinds } from '../words/moves.ts';
import { clockName } from '../words/zh.ts';
import { textOf } from './calendar.ts';
import { type Command, type Outcome, word } from './command.ts';

/** Who acts at the command line: whoever holds the data folder. */
const OFFICER = { name: '命令行' };

/** Moves printed; the rest is counted. */
const PRINTED = 20;

/** Shows what a notice would change, as the page does; with --confirm puts it into force. */
export const calendarImport: Command = {
	usage: 'calendar import 文件 --title 通知名称 [--year 年份] [--address 网址] [--confirm] [--despite]',
	async run(call, desk) {
		const { year = '', title = '', address = '', confirm: sure, despite } = call.options;
		const text = textOf(resolve(call.cwd, word(call, 0, '文件')));
		const draft: YearDraft = { kind: 'year', text, year, title, address };
		await desk.store.catchUp();
		const asked = readAsked(new URLSearchParams(), desk.today(), desk.store.position());
		const preview = await previewOf(draft, asked, desk, 1);
		if (sure !== 'true') return shown(preview);
		if (isDoubtful(preview) && despite !== 'true') return { ...shown(preview), failed: true };
		const { since, digest } = preview;
		const { seq } = await confirm({ draft, since, digest, despite: true }, desk, OFFICER);
		const outcome = shown(preview);
		return { ...outcome, result: `已登记，账本第${seq}条`, data: { ...(outcome.data as object), seq }, failed: false };
	},
};

function shown(preview: Preview): Outcome {
	const { enactment, problems, losses, moves } = preview;
	const { title, document } = enactmentWords(enactment);
	const { earlier, later, confirmed, other } = moves.counts;
	const doubtful = isDoubtful(preview);
	return {
		lines: [
			`${title}\t${document ?? '未公布'}`,
			...preview.pictures.map(
				({ before, after }) => `全年工作日\t现行${before.count.total}\t登记后${after.count.total}`,
			),
			...[...problems, ...losses].map(said => `须核实\t${said}`),
			`将改变\t提前${earlier}件\t推迟${later}件\t转为确定${confirmed}件\t其他变化${other}件`,
			...moves.rows.slice(0, PRINTED).map(moveLine),
			...(moves.total > PRINTED ? [`……共${moves.total}项，其余从略；登记后可在变动记录中查看全部`] : []),
		],
		result: doubtful ? '未登记：有须核实之处，核实后加 --confirm --despite 登记' : '未登记：核对后加 --confirm 登记',
		data: { enactment, problems, losses, moves: { counts: sumOf([moves.counts]), total: moves.total } },
	};
}

function moveLine({
	change,
	case_id,
	line,
	department_name,
	clock,
	due_before,
	due_after,
}: Preview['moves']['rows'][number]): string {
	const days = `${longDay(due_before)}→${longDay(due_after)}`;
	const matter = line === '' ? case_id : `${case_id}第${line}行`;
	return [moveKinds[change]?.name, matter, department_name, clockName(clock) ?? '其他时限', days].join('\t');
}
