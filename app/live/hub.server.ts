import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Account } from '../office/office.ts';

/** Rings the clients; carries no data (design: sockets ring, loaders answer). */
export type Hub = {
	/** Tells the rooms of these topics that figures changed; at most once per 250 ms. */
	ring(version: number, topics: Topic[]): void;
	close(): Promise<void>;
};

/** matters: cases and clocks moved · day: the legal date turned · sources: pulls and rejects moved. */
export type Topic = 'matters' | 'day' | 'sources';

const REST_MS = 250;

type Doors = {
	/** The same check as for pages; nobody unknown stays connected. */
	accountOf(cookie: string | undefined): Promise<Account | null>;
	mayHear(account: Account, topic: Topic): boolean;
	/** What a page read now would have seen. */
	seen(): { version: number; day: string };
};

const everything: Topic[] = ['matters', 'day', 'sources'];

/** Opens the sockets on the server. A client that has seen less than the house knows is rung as soon as it connects. */
export function openHub(server: HttpServer, { accountOf, mayHear, seen }: Doors): Hub {
	const io = new Server(server, { transports: ['websocket'], serveClient: false, allowRequest: sameOrigin });
	io.use(async (socket, next) => {
		const account = await accountOf(socket.handshake.headers.cookie);
		if (!account) return next(new Error('unauthenticated'));
		for (const topic of everything) if (mayHear(account, topic)) socket.join(topic);
		next();
	});
	io.on('connection', socket => {
		const { version, day } = seen();
		const { auth } = socket.handshake;
		if (auth.version !== version || auth.day !== day) socket.emit('changed', { version, topics: ['matters', 'day'] });
	});
	const waiting = new Set<Topic>();
	let version = 0;
	let timer: NodeJS.Timeout | null = null;
	let rung = Number.NEGATIVE_INFINITY;
	const emit = () => {
		rung = performance.now();
		const topics = [...waiting];
		waiting.clear();
		timer = null;
		// One packet per client: a socket in several of the rooms is rung once.
		io.to(topics).emit('changed', { version, topics });
	};
	return {
		ring(moved, topics) {
			version = Math.max(version, moved);
			for (const topic of topics) waiting.add(topic);
			timer ??= setTimeout(emit, Math.max(0, rung + REST_MS - performance.now()));
		},
		async close() {
			if (timer) clearTimeout(timer);
			await io.close();
		},
	};
}

/** A browser names the page it came from; only our own may connect. Programs without an origin still need the cookie. */
function sameOrigin(
	request: { headers: { origin?: string | undefined; host?: string | undefined } },
	answer: (error: string | null, allowed: boolean) => void,
): void {
	const { origin, host } = request.headers;
	answer(null, origin === undefined || (URL.canParse(origin) && new URL(origin).host === host));
}
