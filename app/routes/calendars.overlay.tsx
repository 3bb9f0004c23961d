import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData, useNavigation } from '@remix-run/react';
import { Button } from 'antd';
import { answerDraft } from '#app/calendars/answer.server.ts';
import { type OverlayDraft, readOverlayDraft } from '#app/calendars/draft.ts';
import { type KnownRegion, knownRegions } from '#app/calendars/regions.server.ts';
import { DraftPage } from '#app/components/DraftPage.tsx';
import slipCss from '#app/components/slip.css?url';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { overlayDraft } from '#app/loaders/calendars.server.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: slipCss }];

export const meta: MetaFunction = () => [{ title: '登记地方放假日·数督' }];

/** The overlay to change, as a draft, an empty one without `code`; and the regions to choose from. */
export const loader = page('enact', async ({ asked, context, query }) => ({
	known: overlayDraft(context, query.get('code') ?? ''),
	regions: await knownRegions(context, asked.as_of),
}));

export const action = deed('enact', given => answerDraft(given, readOverlayDraft));

export default function OverlayPage() {
	const { known, regions } = useLoaderData<typeof loader>();
	const answer = useKeptAnswer<typeof action>();
	const form = <OverlayForm key={known.code} given={answer?.given ?? known} regions={regions} />;
	return (
		<DraftPage
			title={known.code === '' ? '登记地方放假日或者一次性安排' : `变更或者撤销：${known.name}`}
			lead="少数民族习惯的节日（《全国年节及纪念日放假办法》第四条）、台风停工、全国一次性放假等。"
			heading="登记内容"
			answer={answer}
			form={form}
		/>
	);
}

function OverlayForm({ given, regions }: { given: OverlayDraft; regions: KnownRegion[] }) {
	const busy = useNavigation().state !== 'idle';
	const everywhere = given.region === '' && given.name !== '';
	return (
		<Form method="post" encType="multipart/form-data" className="law-form">
			<input type="hidden" name="code" value={given.code} />
			<label>
				名称
				<input name="name" defaultValue={given.name} placeholder="如：三月三、台风停工" />
			</label>
			<fieldset>
				<legend>适用范围</legend>
				<label>
					<input type="radio" name="scope" value="region" defaultChecked={!everywhere} />
					地区
				</label>
				<label>
					行政区划代码
					<input name="region" list="regions" defaultValue={given.region} inputMode="numeric" maxLength={6} />
				</label>
				<datalist id="regions">
					{regions.map(({ code, department, count }) => (
						<option key={code} value={code}>
							{department}
							{count > 1 ? `等${count}个部门` : ''}
						</option>
					))}
				</datalist>
				<label>
					<input type="radio" name="scope" value="everywhere" defaultChecked={everywhere} />
					全国
				</label>
			</fieldset>
			<label>
				放假日
				<textarea
					name="off"
					rows={4}
					defaultValue={given.off}
					placeholder={'一行一项，如：\n2027-04-09 至 2027-04-12'}
				/>
			</label>
			<label>
				上班日（调休）
				<textarea name="work" rows={2} defaultValue={given.work} placeholder="没有的不填" />
			</label>
			<label>
				文号和文件名称
				<input name="document" defaultValue={given.document} placeholder="如：桂政办发〔2026〕1号" />
			</label>
			{given.code !== '' ? (
				<p className="note">撤销的，清空放假日和上班日，并改填撤销所依据的文件。此前的登记仍保留在变动记录中。</p>
			) : null}
			<Button type="primary" htmlType="submit" name="intent" value="preview" disabled={busy}>
				预览
			</Button>
		</Form>
	);
}
