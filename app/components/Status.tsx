import { statuses } from '#app/words/zh.ts';

/** A status as sign, word and colour together. */
export function Status({ status }: { status: string }) {
	const words = statuses[status];
	return (
		<span className="status" data-status={status} title={words?.meaning}>
			<span aria-hidden="true">{words?.sign ?? '○'}</span>
			{words?.name ?? '状态不明'}
		</span>
	);
}
