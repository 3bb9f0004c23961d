import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Env, WrongSetting } from '../env.ts';

export type Served = {
	server: Server;
	/** The address as it was asked for. */
	url: string;
	/** Ends every connection. */
	stop(): Promise<void>;
};

/** Listens where the environment says. Throws WrongSetting where that cannot be. */
export async function serve(app: RequestListener, env: Pick<Env, 'port' | 'host'>): Promise<Served> {
	const server = createServer(app);
	await new Promise<void>((resolve, reject) => {
		server.once('error', error => reject(unheard(error, env)));
		server.listen(env.port, env.host, resolve);
	});
	const { port } = server.address() as AddressInfo;
	const url = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`;
	return { server, url, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
	return new Promise(resolve => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

function unheard(error: NodeJS.ErrnoException, { host, port }: Pick<Env, 'host' | 'port'>): Error {
	const told: Record<string, string> = {
		EADDRINUSE: `端口 ${port} 已被其他程序占用。请用环境变量 PORT 指定另一个端口，例如 PORT=3100 npm start。`,
		EACCES: `没有使用端口 ${port} 的权限。请用环境变量 PORT 指定1024以上的端口，例如 PORT=3100 npm start。`,
		EADDRNOTAVAIL: `环境变量 HOST 的值“${host}”不是本机的地址。请改为本机的地址，例如 HOST=127.0.0.1。`,
		ENOTFOUND: `环境变量 HOST 的值“${host}”找不到对应的地址。请改为本机的地址，例如 HOST=127.0.0.1。`,
	};
	const message = told[error.code ?? ''];
	return message ? new WrongSetting(message, { cause: error }) : error;
}
