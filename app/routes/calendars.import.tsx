import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Form, useNavigation } from '@remix-run/react';
import { Button } from 'antd';
import { answerDraft } from '#app/calendars/answer.server.ts';
import { readYearDraft, type YearDraft } from '#app/calendars/draft.ts';
import { DraftPage } from '#app/components/DraftPage.tsx';
import slipCss from '#app/components/slip.css?url';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: slipCss }];

export const meta: MetaFunction = () => [{ title: '导入放假通知·数督' }];

export const loader = page('enact', async () => null);

export const action = deed('enact', given => answerDraft(given, readYearDraft));

export default function Import() {
	const answer = useKeptAnswer<typeof action>();
	const form = <NoticeForm given={answer?.given ?? null} />;
	return (
		<DraftPage
			title="导入放假通知"
			lead="粘贴国务院办公厅放假通知的正文，或者选择文件，先预览、后确认。"
			heading="通知内容"
			answer={answer}
			form={form}
		/>
	);
}

function NoticeForm({ given }: { given: YearDraft | null }) {
	const busy = useNavigation().state !== 'idle';
	return (
		<Form method="post" encType="multipart/form-data" className="law-form">
			<label>
				通知正文
				<textarea
					name="text"
					rows={10}
					defaultValue={given?.text ?? ''}
					placeholder="一、元旦：1月1日（周五）至3日（周日）放假，共3天。……"
				/>
			</label>
			<label>
				或者选择文件
				<input
					type="file"
					name="file"
					accept=".txt,.json,.ics,.csv,text/plain,text/csv,text/calendar,application/json"
				/>
			</label>
			<p className="note">通知正文（.txt）、holiday-cn（.json）、iCalendar（.ics）、CSV；UTF-8 或者 GB18030 编码。</p>
			<label>
				年份
				<input name="year" defaultValue={given?.year ?? ''} inputMode="numeric" placeholder="内容中写明的可以不填" />
			</label>
			<label>
				通知名称
				<input name="title" defaultValue={given?.title ?? ''} placeholder="正文中有标题的可以不填" />
			</label>
			<label>
				通知网址
				<input name="address" defaultValue={given?.address ?? ''} placeholder="https://www.gov.cn/…，可以不填" />
			</label>
			<Button type="primary" htmlType="submit" name="intent" value="preview" disabled={busy}>
				预览
			</Button>
		</Form>
	);
}
