import { useNavigate } from '@remix-run/react';
import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { keys } from '#app/words/desk.ts';

/**
 * Works the list by keys: j and k walk its lines and lay each case open beside it, Enter opens the case, x chooses, / searches,
 * ? explains. Typing into a field is left alone. Returns what opens the explanation.
 */
export function useDeskKeys(toggle: (caseId: string) => void): ReactNode {
	const [asked, ask] = useState(false);
	const navigate = useNavigate();
	const latest = useRef({ toggle, navigate, asked });
	latest.current = { toggle, navigate, asked };
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			if (latest.current.asked || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
			if (event.key === '?') return ask(true);
			const done = does[event.key]?.(latest.current);
			if (done === true) event.preventDefault();
		};
		document.addEventListener('keydown', press);
		return () => document.removeEventListener('keydown', press);
	}, []);
	return (
		<>
			<Button type="link" size="small" className="keys-hint" onClick={() => ask(true)}>
				键盘操作
			</Button>
			<Modal title="键盘操作" open={asked} onCancel={() => ask(false)} footer={null} width={420}>
				<table className="plain-table">
					<tbody>
						{keys.map(([key, words]) => (
							<tr key={key}>
								<th scope="row">
									<kbd>{key}</kbd>
								</th>
								<td>{words}</td>
							</tr>
						))}
					</tbody>
				</table>
			</Modal>
		</>
	);
}

type Hands = { toggle: (caseId: string) => void; navigate: (to: string) => void };

/** What each key does; true: it was taken. */
const does: Record<string, (hands: Hands) => boolean> = {
	j: () => walk(1),
	ArrowDown: () => walk(1),
	k: () => walk(-1),
	ArrowUp: () => walk(-1),
	x: ({ toggle }) => withCase(toggle),
	Enter: ({ navigate }) =>
		!(document.activeElement instanceof HTMLButtonElement) &&
		withCase(() => {
			const open = document.querySelector<HTMLAnchorElement>('#brief header a');
			if (open !== null) navigate(`${open.pathname}${open.search}`);
		}),
	Escape: () => press(document.querySelector<HTMLElement>('#brief header a:last-of-type')),
	'/': () => {
		const field = document.getElementById('desk-search');
		field?.focus();
		return field !== null;
	},
};

/** Lays the next line's case open, or the one before. */
function walk(step: number): boolean {
	const lines = [...document.querySelectorAll<HTMLElement>('.desk-list tr[data-case]')];
	const at = lines.findIndex(line => line.classList.contains('at-hand'));
	const next = lines[Math.min(lines.length - 1, Math.max(0, at + step))];
	next?.scrollIntoView({ block: 'nearest' });
	return press(next?.querySelector<HTMLElement>('.case-id') ?? null);
}

function press(element: HTMLElement | null): boolean {
	element?.click();
	return element !== null;
}

/** Does something about the case at hand; false: none is. */
function withCase(act: (caseId: string) => void): boolean {
	const id = document.querySelector<HTMLElement>('.desk-list tr.at-hand')?.dataset.case;
	if (id === undefined) return false;
	act(id);
	return true;
}

function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
	return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
