import type { Role } from '#app/office/office.ts';
import { Refusal } from '#app/refusal.ts';

/** What a page or an action needs. */
export type Right =
	| 'figures'
	| 'sources'
	| 'rejects'
	| 'doubts'
	| 'reconciliation'
	| 'link'
	| 'evidence'
	| 'restarts'
	| 'patterns'
	| 'prove'
	| 'judge'
	| 'enact'
	| 'tend'
	| 'import'
	| 'settle'
	| 'desk'
	| 'remind';

const everybody: readonly Role[] = ['leader', 'supervisor', 'reporter', 'liaison', 'admin', 'auditor'];
const overseers: readonly Role[] = ['supervisor', 'admin', 'auditor'];

/** The one table of who may do what. A liaison's figures are narrowed to the own department besides (Viewer.visible). */
const rights: Record<Right, readonly Role[]> = {
	figures: everybody,
	sources: overseers,
	rejects: overseers,
	doubts: overseers,
	reconciliation: overseers,
	/** Decides which cases are one, and which platform is of record. */
	link: ['supervisor', 'admin'],
	evidence: overseers,
	restarts: overseers,
	patterns: overseers,
	/** Decides on the evidence for the time of an act. */
	prove: ['supervisor', 'admin'],
	/** Registers model cases, and decides that an order to put something right was refused. */
	judge: ['supervisor', 'admin'],
	/** Puts policies and calendars into force, and registers changes of organisations. */
	enact: ['admin'],
	/** Adds sources, changes them and how their rows are translated, stops and starts them. */
	tend: ['admin'],
	/** Brings files in. */
	import: ['admin'],
	/** Has rejects read again, or says why nothing is done about them; asks platforms how many events they hold. */
	settle: ['supervisor', 'admin'],
	/** The supervisor's day. */
	desk: overseers,
	/** Reminds a department of what is overdue (催办). */
	remind: ['supervisor'],
};

export function may(role: Role, right: Right): boolean {
	return rights[right].includes(role);
}

/** Throws Refusal 403 where the role lacks the right. */
export function demand(role: Role, right: Right): void {
	if (may(role, right)) return;
	throw new Refusal(403, 'forbidden', '您的账号没有查看此页的权限。如工作需要，请联系系统管理员调整角色。');
}
