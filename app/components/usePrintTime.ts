import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * The time to print on paper: the server's when the page was made, moved on to the moment of printing.
 * @param madeAt instant of the server; the clock of the reader's machine is not trusted, only how much time has passed on it
 */
export function usePrintTime(madeAt: number): number {
	const [printedAt, setPrintedAt] = useState(madeAt);
	useEffect(() => {
		setPrintedAt(madeAt);
		const since = performance.now();
		const moveOn = () => flushSync(() => setPrintedAt(madeAt + performance.now() - since));
		window.addEventListener('beforeprint', moveOn);
		return () => window.removeEventListener('beforeprint', moveOn);
	}, [madeAt]);
	return printedAt;
}
