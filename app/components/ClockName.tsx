import { clockWords } from '#app/words/zh.ts';

/** A clock by its full name; one that is not the Decree's says so. */
export function ClockName({ clock }: { clock: string }) {
	const words = clockWords(clock);
	return (
		<>
			{words?.name ?? '其他时限'}
			{words?.local ? <small className="sub">非法定时限</small> : null}
		</>
	);
}
