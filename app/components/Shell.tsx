import { Form, Link, NavLink, useLocation, useNavigation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Role } from '#app/office/office.ts';
import { ways as groups, type Way } from '#app/words/ways.ts';
import { roleNames } from '#app/words/zh.ts';
import { Search } from './Search.tsx';

type Viewer = { title: string; role: Role; department: string | null; overseer: boolean; sample: boolean };

/** The frame of every page behind the sign-in: name, ways to go, and who is here. */
export function Shell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
	return (
		<div className="shell">
			<a className="skip" href="#main">
				跳到正文
			</a>
			<header className="top">
				<Fold viewer={viewer} />
				<Link to="/" className="brand">
					<strong>数督</strong>
					<span>政务数据共享监督</span>
				</Link>
				{viewer.sample ? <span className="sample-mark">示例数据</span> : null}
				<Search />
				<div className="who">
					<span className="who-name">
						{viewer.title}
						<small>{roleNames[viewer.role]}</small>
					</span>
					<Form method="post" action="/logout" reloadDocument>
						<button type="submit" className="plain">
							退出
						</button>
					</Form>
				</div>
			</header>
			<nav className="side" aria-label="主导航">
				<div>
					<Ways viewer={viewer} />
				</div>
			</nav>
			<main id="main" className="main">
				<Progress />
				{children}
			</main>
		</div>
	);
}

/** On narrow screens the ways are folded into a drawer; it opens without scripts, and closes on leaving. */
function Fold({ viewer }: { viewer: Viewer }) {
	const drawer = useRef<HTMLDetailsElement>(null);
	const { pathname, search } = useLocation();
	// biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere else is what closes the drawer.
	useEffect(() => drawer.current?.removeAttribute('open'), [pathname, search]);
	useEffect(() => {
		const close = (event: KeyboardEvent) => event.key === 'Escape' && drawer.current?.removeAttribute('open');
		document.addEventListener('keydown', close);
		return () => document.removeEventListener('keydown', close);
	}, []);
	return (
		<details className="fold" ref={drawer}>
			<summary aria-label="打开导航">
				<span aria-hidden="true">☰</span>
			</summary>
			<nav className="drawer" aria-label="主导航">
				<Ways viewer={viewer} />
			</nav>
		</details>
	);
}

/** The question travels along: span and day stay chosen from page to page. */
function Ways({ viewer }: { viewer: Viewer }) {
	const carried = useCarried();
	return groups.map(group => {
		const ways = group.ways.filter(way => !way.overseer || viewer.overseer).map(way => ownDepartment(way, viewer));
		if (ways.length === 0) return null;
		return (
			<div key={group.name} className="ways">
				<p>{group.name}</p>
				{ways.map(way => (
					<NavLink key={way.to} to={`${way.to}${carried}`} end={way.to === '/'} prefetch="intent">
						{way.name}
					</NavLink>
				))}
			</div>
		);
	});
}

function ownDepartment(way: Way, viewer: Viewer): Way {
	if (way.to !== '/departments' || viewer.department === null) return way;
	return { to: `/departments/${viewer.department}`, name: '本部门' };
}

function useCarried(): string {
	const here = new URLSearchParams(useLocation().search);
	const kept = new URLSearchParams([...here].filter(([name]) => ['period', 'as_of', 'known'].includes(name)));
	return kept.size > 0 ? `?${kept}` : '';
}

function Progress() {
	const { state } = useNavigation();
	return (
		<p className="sr-only" role="status">
			{state === 'loading' ? '正在加载' : ''}
		</p>
	);
}
