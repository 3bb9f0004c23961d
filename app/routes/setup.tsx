import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useNavigation, useSearchParams } from '@remix-run/react';
import { Alert, Button } from 'antd';
import type { House } from '#app/context.ts';
import { mayCreateAdministrator } from '#app/setup.ts';

export const meta: MetaFunction = () => [{ title: '创建管理员·数督' }];

/** The one-time link printed at the first start; anybody else is sent to the sign-in page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
	await demandKey(new URL(request.url).searchParams.get('key') ?? '', context);
	return null;
}

/** Creates the first administrator, and with that ends the link. */
export async function action({ request, context }: ActionFunctionArgs) {
	const form = await request.formData();
	const read = (name: string) => String(form.get(name) ?? '');
	await demandKey(read('key'), context);
	const name = read('name').trim();
	if (!name) return data({ message: '请填写账号。' }, { status: 400 });
	if (read('password') !== read('again')) return data({ message: '两次输入的口令不一致。' }, { status: 400 });
	try {
		const account = { name, title: '系统管理员', role: 'admin', department: null } as const;
		await context.office.createAccount(account, read('password'));
	} catch (error) {
		return data({ message: (error as Error).message }, { status: 400 });
	}
	return redirect('/login');
}

async function demandKey(key: string, context: House): Promise<void> {
	if (!(await mayCreateAdministrator(context, key))) throw redirect('/login');
}

export default function Setup() {
	const refusal = useActionData<typeof action>();
	return (
		<main className="login">
			<section className="login-card">
				<h1>
					<strong>数督</strong>
					<span>创建系统管理员</span>
				</h1>
				<p className="login-lead">本链接只能使用一次。口令不少于10个字符。</p>
				{refusal ? <Alert type="error" showIcon title={refusal.message} role="alert" /> : null}
				<AdministratorForm />
			</section>
		</main>
	);
}

function AdministratorForm() {
	const [query] = useSearchParams();
	const busy = useNavigation().state !== 'idle';
	return (
		<Form method="post" className="login-form">
			<input type="hidden" name="key" value={query.get('key') ?? ''} />
			<label>
				账号
				<input name="name" autoComplete="username" required maxLength={64} />
			</label>
			<label>
				口令
				<input name="password" type="password" autoComplete="new-password" required minLength={10} maxLength={256} />
			</label>
			<label>
				再次输入口令
				<input name="again" type="password" autoComplete="new-password" required minLength={10} maxLength={256} />
			</label>
			<Button type="primary" htmlType="submit" block size="large" disabled={busy}>
				创建
			</Button>
		</Form>
	);
}
