import { Form, Link, NavLink, useLocation, useNavigation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Role } from '#app/office/office.ts';
import { roleNames } from '#app/words/zh.ts';

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

type Way = { to: string; name: string; overseer?: boolean };
const groups: { name: string; ways: Way[] }[] = [
	{
		name: '综合',
		ways: [
			{ to: '/', name: '总览' },
			{ to: '/scores', name: '部门评价' },
			{ to: '/league', name: '部门排名' },
			{ to: '/indicators', name: '指标总表' },
			{ to: '/trend', name: '趋势与控制图' },
			{ to: '/quality', name: '数据质量' },
			{ to: '/application', name: '数据应用' },
			{ to: '/safeguards', name: '安全保障' },
			{ to: '/departments', name: '部门档案' },
		],
	},
	{
		name: '事项',
		ways: [
			{ to: '/desk', name: '监督工作台', overseer: true },
			{ to: '/overdue', name: '超期清单' },
			{ to: '/risk', name: '临期风险' },
			{ to: '/matters', name: '事项清单' },
			{ to: '/timeliness', name: '办理情况' },
			{ to: '/breaches', name: '问题线索' },
			{ to: '/patterns', name: '规避迹象', overseer: true },
			{ to: '/due', name: '到期日试算' },
		],
	},
	{
		name: '依据',
		ways: [
			{ to: '/restatements', name: '更正清单' },
			{ to: '/policies', name: '口径' },
			{ to: '/schemes', name: '评分方案' },
			{ to: '/verdicts', name: '典型案例与拒不改正' },
			{ to: '/rulesets', name: '质量规则集' },
			{ to: '/calendars', name: '工作日历' },
			{ to: '/organisations', name: '机构沿革' },
		],
	},
	{
		name: '数据',
		ways: [
			{ to: '/sources', name: '数据来源', overseer: true },
			{ to: '/mappings', name: '转换规则', overseer: true },
			{ to: '/rejects', name: '拒收数据', overseer: true },
			{ to: '/feed', name: '报送质量', overseer: true },
			{ to: '/doubts', name: '数据存疑', overseer: true },
			{ to: '/evidence', name: '倒签与证据', overseer: true },
			{ to: '/restarts', name: '疑似换号重报', overseer: true },
			{ to: '/reconciliation', name: '平台核对', overseer: true },
		],
	},
];

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
