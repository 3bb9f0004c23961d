import { Link } from '@remix-run/react';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Preview } from '#app/calendars/preview.server.ts';
import { enactmentWords } from '#app/words/enactments.ts';
import { CalendarPreview } from './CalendarPreview.tsx';
import { Page, Panel } from './Page.tsx';

type Props = {
	title: string;
	lead: string;
	/** Heading of the form while nothing is previewed. */
	heading: string;
	/** What the last posting came to; undefined: nothing was posted. */
	answer: { preview: Preview | null; message: string | null } | undefined;
	form: ReactNode;
};

/** A change of the calendar before it is confirmed: its form, or its preview with the form folded below. */
export function DraftPage({ title, lead, heading, answer, form }: Props) {
	const preview = answer?.preview ?? null;
	return (
		<Page title={title} lead={lead} data={null} aside={<Link to="/calendars">工作日历</Link>}>
			{answer?.message ? <Alert type="error" showIcon title={answer.message} role="alert" className="refused" /> : null}
			{preview === null ? (
				<Panel title={heading}>{form}</Panel>
			) : (
				<>
					<CalendarPreview preview={preview} title={enactmentWords(preview.enactment).title} />
					<details className="panel">
						<summary>修改内容，重新预览</summary>
						{form}
					</details>
				</>
			)}
		</Page>
	);
}
