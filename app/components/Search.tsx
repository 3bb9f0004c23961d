import { Link, useFetcher, useLocation, useNavigate } from '@remix-run/react';
import { AutoComplete, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { SearchData } from '#app/loaders/search.server.ts';

/** How long to wait for the next letter. */
const PAUSE_MS = 150;

/** The way to the search: a link without scripts, and with them a window over the page, also by Ctrl+K. */
export function Search() {
	const [open, setOpen] = useState(false);
	const { key } = useLocation();
	// biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere is what closes the window.
	useEffect(() => setOpen(false), [key]);
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
			event.preventDefault();
			setOpen(true);
		};
		document.addEventListener('keydown', press);
		return () => document.removeEventListener('keydown', press);
	}, []);
	return (
		<>
			<Link
				to="/search"
				className="plain search-way"
				onClick={event => {
					event.preventDefault();
					setOpen(true);
				}}
			>
				查找<kbd>Ctrl K</kbd>
			</Link>
			<Modal title="查找" open={open} onCancel={() => setOpen(false)} footer={null} destroyOnHidden width={560}>
				<SearchField />
			</Modal>
		</>
	);
}

/** Words in, what they find below; Enter or a click opens it. */
function SearchField() {
	const { load, data } = useFetcher<SearchData>();
	const navigate = useNavigate();
	const { search } = useLocation();
	const [text, setText] = useState('');
	const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
	const look = (wanted: string) => {
		setText(wanted);
		clearTimeout(timer.current ?? undefined);
		timer.current = setTimeout(() => load(`/search?${queryOf(search, wanted)}`), PAUSE_MS);
	};
	const answered = data !== undefined && data.text === (text.trim() || null);
	return (
		<>
			<AutoComplete
				autoFocus
				defaultActiveFirstOption
				value={text}
				onChange={look}
				onSelect={to => navigate(to)}
				options={answered ? optionsOf(data) : []}
				notFoundContent={answered && text.trim() ? '没有找到，请换用名称、拼音首字母或者编号。' : null}
				placeholder="页面、部门、目录项的名称或拼音首字母，事项编号"
				aria-label="查找"
				className="search-field"
			/>
			<p className="note">例如“ylbz”可以找到名称含“医疗保障”的部门和目录项。</p>
		</>
	);
}

/** The question travels along, so that what is found opens as of the same day. */
function queryOf(search: string, text: string): URLSearchParams {
	const kept = [...new URLSearchParams(search)].filter(([name]) => ['period', 'as_of', 'known'].includes(name));
	return new URLSearchParams([...kept, ['q', text]]);
}

function optionsOf({ groups }: SearchData) {
	return groups.map(({ kind, found }) => ({
		label: kind,
		options: found.map(({ name, note, to }) => ({
			value: to,
			label: (
				<span className="found">
					{name}
					<small>{note}</small>
				</span>
			),
		})),
	}));
}
