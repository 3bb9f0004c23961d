import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { io } from 'socket.io-client';

/** connecting: not yet · live: bound to the house · down: cut off, trying again · frozen: the address fixes the day, nothing will change. */
export type Live = 'connecting' | 'live' | 'down' | 'frozen';

/** Bells that ring close together are answered once. */
const QUIET_MS = 30;

/** What the page's figures stand at: the last `seq` and the legal date when they were read. */
export type Seen = { version: number; day: string };

/**
 * Listens to the house's bell and reads the page's loaders anew when it rings. At every connection the house is told
 * what this page has seen, and rings at once where it knows more: nothing that happened in between is missed.
 * A frozen page does not listen. One reading at a time: bells during a reading lead to one more after it.
 */
export function useLive(frozen: boolean, seen: Seen): Live {
	const [state, setState] = useState<Live>('connecting');
	const ring = useCoalescedRevalidation();
	const latest = useRef(seen);
	latest.current = seen;
	useEffect(() => {
		if (frozen) return;
		setState('connecting');
		const socket = io({ transports: ['websocket'], path: '/socket.io', auth: tell => tell(latest.current) });
		socket.on('connect', () => setState('live'));
		socket.on('changed', ring);
		socket.on('disconnect', () => setState('down'));
		socket.on('connect_error', () => {
			setState('down');
			// Refused by the house itself: the session is over, and the loaders lead to the sign-in.
			if (!socket.active) ring();
		});
		return () => void socket.disconnect();
	}, [frozen, ring]);
	return frozen ? 'frozen' : state;
}

/** A function, the same over time, that revalidates soon and never twice at once. */
function useCoalescedRevalidation(): () => void {
	const { revalidate, state } = useRevalidator();
	const latest = useRef({ revalidate, state });
	const wanted = useRef(false);
	const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
	const ring = useRef(() => {
		wanted.current = true;
		timer.current ??= setTimeout(() => {
			timer.current = null;
			if (latest.current.state !== 'idle') return;
			wanted.current = false;
			latest.current.revalidate();
		}, QUIET_MS);
	});
	useEffect(() => {
		latest.current = { revalidate, state };
		if (state === 'idle' && wanted.current) ring.current();
	}, [revalidate, state]);
	useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
	return ring.current;
}
