import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Somebody else works on this data folder. */
export class DataDirInUse extends Error {
	constructor(dataDir: string, pid: string | undefined) {
		const who = pid === undefined ? '另一个数督进程' : `另一个数督进程（进程号 ${pid}）`;
		super(`数据目录 ${dataDir} 正由${who}使用。请先停止该进程，或用环境变量 DATA_DIR 指定另一个目录。`);
		this.name = 'DataDirInUse';
	}
}

/**
 * Makes this process the only one on a data folder until `release`, or until it dies, however it dies: the kernel holds
 * DuckDB's lock on `lock.duckdb`, so nothing stale is left behind. Creates the folder. Throws DataDirInUse.
 *
 * DuckDB refuses other processes only. A row in the file, naming process and start, refuses a second lock within the same
 * one; `fromCache` keeps that second attempt from opening the file anew, because closing any handle of a file gives up all
 * locks that the process holds on it (POSIX).
 */
export async function lockDataDir(dataDir: string): Promise<{ release(): Promise<void> }> {
	await mkdir(dataDir, { recursive: true });
	const file = join(dataDir, 'lock.duckdb');
	const instance = await openFile(file, dataDir);
	const connection = await instance.connect();
	const end = () => {
		connection.closeSync();
		instance.closeSync();
	};
	try {
		await hold(connection, dataDir);
	} catch (reason) {
		end();
		throw reason;
	}
	return {
		async release() {
			await connection.run('delete from holder');
			end();
		},
	};
}

/** How long a file that cannot be read may be one that another process is just making, in milliseconds. */
const IN_THE_MAKING = 1_000;

/** A file that stays half-written was left by a crash, holds nothing that matters, and nobody holds its lock: begin anew. */
async function openFile(file: string, dataDir: string): Promise<DuckDBInstance> {
	try {
		return await open(file, dataDir);
	} catch (reason) {
		if (reason instanceof DataDirInUse) throw reason;
	}
	await setTimeout(IN_THE_MAKING);
	try {
		return await open(file, dataDir);
	} catch (reason) {
		if (reason instanceof DataDirInUse) throw reason;
		await rm(file, { force: true });
		await rm(`${file}.wal`, { force: true });
		return open(file, dataDir);
	}
}

async function open(file: string, dataDir: string): Promise<DuckDBInstance> {
	try {
		return await DuckDBInstance.fromCache(file, { threads: '1' });
	} catch (reason) {
		const text = String(reason);
		if (/set lock|conflicting lock/i.test(text)) throw new DataDirInUse(dataDir, /PID (\d+)/.exec(text)?.[1]);
		throw reason;
	}
}

/** Rows of earlier processes mean nothing, even under our number; a row of this very process does. */
async function hold(connection: DuckDBConnection, dataDir: string): Promise<void> {
	const us = { pid: process.pid, started: performance.timeOrigin };
	await connection.run('create table if not exists holder (pid integer, started double, primary key (pid, started))');
	await connection.run('delete from holder where pid <> $pid or started <> $started', us);
	try {
		await connection.run('insert into holder values ($pid, $started)', us);
	} catch (reason) {
		if (/constraint|conflict/i.test(String(reason))) throw new DataDirInUse(dataDir, String(process.pid));
		throw reason;
	}
}
