import type { RefObject } from 'react';
import { type Role, roles } from '#app/office/office.ts';
import { roleNames } from '#app/words/zh.ts';

const PASSWORD = 'shudu-sample';

/** The ready accounts of the sample city; a click fills the form. */
export function SampleAccounts({ form }: { form: RefObject<HTMLFormElement> }) {
	const fill = (role: Role) => {
		const fields = form.current?.elements;
		const name = fields?.namedItem('name');
		const password = fields?.namedItem('password');
		if (name instanceof HTMLInputElement) name.value = role;
		if (password instanceof HTMLInputElement) password.value = PASSWORD;
	};
	return (
		<aside className="sample-accounts">
			<p>
				<span className="sample-mark">示例数据</span> 当前展示示例城市，可用下列账号登录，口令均为{' '}
				<code>{PASSWORD}</code>
			</p>
			<ul>
				{roles.map(role => (
					<li key={role}>
						<button type="button" onClick={() => fill(role)}>
							<b>{role}</b>
							<span>{roleNames[role]}</span>
						</button>
					</li>
				))}
			</ul>
		</aside>
	);
}
