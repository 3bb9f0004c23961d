import { useState } from 'react';

const WIDTH = 280;
const MARGIN = 12;

/** 阅读提示 beside a rate: how sure it is by its own number. Shown on pointing, on the keyboard and on a tap; never printed. */
export function IntervalHint({ words }: { words: string }) {
	const [at, show] = useState<{ left: number; top: number } | null>(null);
	const open = ({ currentTarget }: { currentTarget: HTMLElement }) => {
		const { left, bottom } = currentTarget.getBoundingClientRect();
		show({ left: Math.max(MARGIN, Math.min(left, window.innerWidth - WIDTH - MARGIN)), top: bottom + 4 });
	};
	const close = () => show(null);
	return (
		<span className="hint">
			<button
				type="button"
				aria-label="阅读提示"
				onMouseEnter={open}
				onMouseLeave={close}
				onFocus={open}
				onBlur={close}
				onClick={open}
			>
				ⓘ
			</button>
			{at === null ? null : (
				<span role="tooltip" style={at}>
					{words}
				</span>
			)}
		</span>
	);
}
