import { Form, useNavigation } from '@remix-run/react';
import { Button } from 'antd';

/** What a deed is done to: one reject, the rejects of a source and reason, or all that are open. */
type Target = { id?: number; source?: string; code?: string };

/** Replay, or dismissal with a reason. `what` names the target to those who hear the page. */
export function RejectDeeds({ what, ...target }: Target & { what: string }) {
	const busy = useNavigation().state !== 'idle';
	return (
		<div className="reject-deeds">
			<Form method="post" preventScrollReset>
				<Names {...target} />
				<Button size="small" htmlType="submit" name="intent" value="replay" disabled={busy} aria-label={`重放${what}`}>
					重放
				</Button>
			</Form>
			<details>
				<summary aria-label={`不予处理${what}`}>不予处理</summary>
				<Form method="post" preventScrollReset>
					<Names {...target} />
					<input
						name="reason"
						className="native"
						required
						maxLength={500}
						placeholder="理由"
						aria-label="不予处理的理由"
					/>
					<Button size="small" htmlType="submit" name="intent" value="dismiss" disabled={busy}>
						登记
					</Button>
				</Form>
			</details>
		</div>
	);
}

function Names({ id, source, code }: Target) {
	return (
		<>
			{id === undefined ? null : <input type="hidden" name="id" value={id} />}
			{source === undefined ? null : <input type="hidden" name="source" value={source} />}
			{code === undefined ? null : <input type="hidden" name="code" value={code} />}
		</>
	);
}
