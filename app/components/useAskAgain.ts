import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

/** How often a page asks how far what runs in the background is. */
const ASK_MS = 1000;

/** Reads the page's data again every second while something runs. */
export function useAskAgain(running: boolean): void {
	const { revalidate } = useRevalidator();
	useEffect(() => {
		if (!running) return;
		const timer = setInterval(revalidate, ASK_MS);
		return () => clearInterval(timer);
	}, [running, revalidate]);
}
