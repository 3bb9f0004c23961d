import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import type { Reconciled } from '#app/sources/reconcile.server.ts';
import { DayField } from './fields.tsx';

type Props = { askable: { from: string; to: string }; answer: Reconciled | undefined };

/** Asks the platform how many events it holds of each day of a span. */
export function AskTotals({ askable, answer }: Props) {
	const busy = useNavigation().state !== 'idle';
	return (
		<>
			{answer ? <Alert type={answer.done ? 'success' : 'error'} showIcon title={answer.message} role="status" /> : null}
			<Form method="post" className="filters" preventScrollReset>
				<DayField name="from" label="起始日" value={askable.from} placeholder="请选择" />
				<DayField name="to" label="截止日" value={askable.to} placeholder="请选择" />
				<span className="filter-ways">
					<Button type="primary" htmlType="submit" disabled={busy}>
						{busy ? '正在核对' : '向平台核对'}
					</Button>
				</span>
			</Form>
		</>
	);
}
