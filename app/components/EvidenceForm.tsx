import { Form, useNavigation } from '@remix-run/react';
import { Button } from 'antd';
import { useState } from 'react';
import { linkTo } from '#app/asked.ts';
import type { CaseData, CaseEvent } from '#app/loaders/case.server.ts';
import type { Effect, Proposal } from '#app/loaders/proof.server.ts';
import { longDay } from '#app/words/format.ts';
import { clockWords, statuses } from '#app/words/zh.ts';

type Props = { data: Pick<CaseData, 'case_id' | 'given'>; event: CaseEvent; proposal: Proposal; open: boolean };

/** 认定时间证据: accept or refuse, each with what would follow for the clocks, why, and by which document. */
export function EvidenceForm({ data, event, proposal, open }: Props) {
	const busy = useNavigation().state !== 'idle';
	// What was seen when the form was opened, not what the bell has brought since.
	const [since] = useState(proposal.since);
	const { source_id, event_id } = event;
	const to = linkTo(data, `/cases/${encodeURIComponent(data.case_id)}/evidence`, {
		source: source_id,
		event: event_id,
	});
	return (
		<details className="prove" open={open}>
			<summary>认定时间证据</summary>
			<Form method="post" action={to}>
				<input type="hidden" name="source" value={source_id} />
				<input type="hidden" name="event" value={event_id} />
				<input type="hidden" name="since" value={since} />
				<fieldset>
					<legend>平台记录晚于所填办理时间。证据是否足以证明所填时间？</legend>
					<Choice value="true" name="采信，以所填办理时间为准" effects={proposal.ifAccepted} />
					<Choice value="false" name="不采信，以平台记录时间为准" effects={proposal.ifRefused} />
				</fieldset>
				<label>
					理由和所依据的证据
					<textarea name="reason" required maxLength={1000} rows={2} />
				</label>
				<label>
					文号（可不填）
					<input name="document" maxLength={200} placeholder="如：数督核〔2026〕3号" />
				</label>
				<p className="note">认定以您的名义登记入账，不能删改；有新证据的，可以再次认定，以最后一次为准。</p>
				<Button type="primary" htmlType="submit" disabled={busy}>
					登记认定
				</Button>
			</Form>
		</details>
	);
}

function Choice({ value, name, effects }: { value: string; name: string; effects: Effect[] }) {
	return (
		<label className="choice">
			<input type="radio" name="accepted" value={value} required />
			<span>
				{name}
				{effects.length === 0 ? <small className="sub">各时限与现在相同</small> : null}
				{effects.map(effect => (
					<small key={[effect.clock, effect.line, effect.run].join('|')} className="sub">
						{effectWords(effect)}
					</small>
				))}
			</span>
		</label>
	);
}

/** `有条件共享答复期限：逾期办结变为按时办结，办结日2026年3月18日变为2026年3月13日`. */
function effectWords({ clock, line, run, before, after }: Effect): string {
	const name = `${clockWords(clock)?.name ?? '其他时限'}${line ? `（第${line}行）` : ''}${run > 1 ? `第${run}次计时` : ''}`;
	if (after === null) return `${name}：不再计时`;
	if (before === null) return `${name}：新增计时，${statusName(after.status)}，到期日${longDay(after.due_on)}`;
	const status = statusName(before.status);
	const changes = [
		change('', status, statusName(after.status)),
		change('起算日', longDay(before.started_on), longDay(after.started_on)),
		change('到期日', longDay(before.due_on), longDay(after.due_on)),
		change('办结日', longDay(before.ended_on), longDay(after.ended_on)),
	].filter(Boolean);
	return `${name}：${before.status === after.status ? `${status}不变，` : ''}${changes.join('，')}`;
}

function change(what: string, from: string, to: string): string | null {
	return from === to ? null : `${what}${from === '—' ? '无' : from}变为${to === '—' ? '无' : to}`;
}

function statusName(status: string): string {
	return statuses[status]?.name ?? '状态不明';
}
