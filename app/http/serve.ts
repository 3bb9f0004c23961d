import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Env, WrongSetting } from '../env.ts';

export type Served = {
	server: Server;
	/** The address as it was asked for. */
	url: string;
	/** The address for programs on this machine. */
	local: string;
	/** Ends every connection. */
	stop(): Promise<void>;
};

/** Listens where the environment says. Throws WrongSetting where the port is taken. */
export async function serve(app: RequestListener, env: Pick<Env, 'port' | 'host' | 'loopback'>): Promise<Served> {
	const server = createServer(app);
	await new Promise<void>((resolve, reject) => {
		server.once('error', error => reject(portTaken(error, env.port)));
		server.listen(env.port, env.host, resolve);
	});
	const { port } = server.address() as AddressInfo;
	const url = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`;
	return { server, url, local: env.loopback ? url : `http://127.0.0.1:${port}`, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
	return new Promise(resolve => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

function portTaken(error: NodeJS.ErrnoException, port: number): Error {
	if (error.code !== 'EADDRINUSE') return error;
	return new WrongSetting(
		`端口 ${port} 已被其他程序占用。请用环境变量 PORT 指定另一个端口，例如 PORT=3100 npm start。`,
	);
}
