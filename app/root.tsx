import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useNavigation } from '@remix-run/react';
import { ConfigProvider } from 'antd';
import antdCss from 'antd/dist/antd.css?url';
import resetCss from 'antd/dist/reset.css?url';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { type ReactNode, useContext } from 'react';
import appCss from './components/app.css?url';
import { ErrorPage } from './components/ErrorPage.tsx';
import { Nonce } from './components/nonce.ts';
import { theme } from './components/theme.ts';

dayjs.locale('zh-cn');

export const links: LinksFunction = () => [
	{ rel: 'stylesheet', href: resetCss },
	{ rel: 'stylesheet', href: antdCss },
	{ rel: 'stylesheet', href: appCss },
	{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const meta: MetaFunction = () => [{ title: '数督·政务数据共享监督' }];

/** The document around every page, its errors included. */
export function Layout({ children }: { children: ReactNode }) {
	const nonce = useContext(Nonce);
	return (
		<html lang="zh-CN">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="theme-color" content="#12396b" />
				<Meta />
				<Links />
			</head>
			<body>
				<ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
					{children}
				</ConfigProvider>
				<ScrollRestoration nonce={nonce} />
				<Scripts nonce={nonce} />
			</body>
		</html>
	);
}

export default function Root() {
	const { state } = useNavigation();
	return (
		<>
			<div className="loading-bar" data-on={state !== 'idle'} aria-hidden="true" />
			<Outlet />
		</>
	);
}

export function ErrorBoundary() {
	return (
		<main className="error-alone">
			<ErrorPage />
		</main>
	);
}
