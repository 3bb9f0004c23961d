import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { useRef } from 'react';
import { sessionCookie } from '#app/auth/cookie.ts';
import { safeDestination } from '#app/auth/destination.ts';
import { accountOf } from '#app/auth/viewer.server.ts';
import { SampleAccounts } from '#app/components/SampleAccounts.tsx';
import { longInstant } from '#app/words/format.ts';

export const meta: MetaFunction = () => [{ title: '登录·数督' }];

/** Whoever is signed in already goes on at once. */
export async function loader({ request, context }: LoaderFunctionArgs) {
	const to = safeDestination(new URL(request.url).searchParams.get('to'));
	if (await accountOf(request, context)) throw redirect(to);
	return { sample: context.sample };
}

/** Opens a session, or says why not. */
export async function action({ request, context }: ActionFunctionArgs) {
	const form = await request.formData();
	const [name, password] = [text(form, 'name').trim(), text(form, 'password')];
	if (!name || !password) return refused(400, name, '请输入账号和口令。');
	const { office } = context;
	const account = await office.verify(name, password);
	if (!account) {
		const until = await office.lockedUntil(name);
		if (until === null) return refused(401, name, '账号或口令不正确，请重新输入。连续5次不正确，账号将锁定15分钟。');
		return refused(429, name, `口令连续输错，账号已锁定，请于${longInstant(until)}后再试，或联系系统管理员。`);
	}
	const secret = await office.openSession(account.id, context.now());
	const https = new URL(request.url).protocol === 'https:';
	return redirect(safeDestination(text(form, 'to')), { headers: { 'Set-Cookie': sessionCookie(secret, https) } });
}

function refused(status: number, name: string, message: string) {
	return data({ name, message }, { status });
}

function text(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

export default function Login() {
	const { sample } = useLoaderData<typeof loader>();
	const refusal = useActionData<typeof action>();
	const [query] = useSearchParams();
	const busy = useNavigation().state !== 'idle';
	const form = useRef<HTMLFormElement>(null);
	return (
		<main className="login">
			<section className="login-card">
				<h1>
					<strong>数督</strong>
					<span>政务数据共享监督</span>
				</h1>
				<p className="login-lead">依据《政务数据共享条例》第三十八条开展监督</p>
				{refusal ? <Alert type="error" showIcon title={refusal.message} role="alert" /> : null}
				<Form method="post" ref={form} className="login-form">
					<input type="hidden" name="to" value={query.get('to') ?? '/'} />
					<label>
						账号
						<input name="name" defaultValue={refusal?.name} autoComplete="username" required maxLength={64} />
					</label>
					<label>
						口令
						<input name="password" type="password" autoComplete="current-password" required maxLength={256} />
					</label>
					<Button type="primary" htmlType="submit" block size="large" disabled={busy}>
						登录
					</Button>
				</Form>
				{sample ? <SampleAccounts form={form} /> : null}
			</section>
		</main>
	);
}
