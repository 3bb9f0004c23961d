import type { ClockName } from '#analytics/law/clocks.ts';
import { clocks } from '#analytics/law/clocks.ts';
import type { Fact } from './fact.ts';
import type { Doubt } from './run.ts';
import { zhType } from './vocabulary.ts';

/** A stopping act of a clock that nothing ever started. */
export function startMissing(line: string, clock: ClockName, stop: Fact): Doubt {
	const start = zhType(clocks[clock].starts);
	return {
		code: 'start_missing',
		line,
		message: `有“${zhType(stop.type)}”（${stop.id}），没有“${start}”，${clocks[clock].zh}无从起算。请核实并补报“${start}”`,
		eventId: stop.id,
	};
}

/** A stopping act recorded earlier than the start of its clock. */
export function stopBeforeStart(line: string, clock: ClockName, stop: Fact): Doubt {
	const start = zhType(clocks[clock].starts);
	return {
		code: 'stop_before_start',
		line,
		message: `“${zhType(stop.type)}”（${stop.id}）早于“${start}”，${clocks[clock].zh}时间矛盾，不计入按时率。请核实两者的时间并更正`,
		eventId: stop.id,
	};
}

/** A receipt that does not say how the data is shared: no clock can be chosen. */
export function sharingMissing(line: string, receipt: Fact): Doubt {
	return {
		code: 'sharing_missing',
		line,
		message: `“收到申请”（${receipt.id}）未写明共享属性，无法确定答复时限。请更正并写明无条件、有条件或不予共享`,
		eventId: receipt.id,
	};
}

/** A receipt that nobody signed for, under a policy by which the clock starts when it is signed for. */
export function notSigned(line: string, receipt: Fact): Doubt {
	return {
		code: 'not_signed',
		line,
		message: `“收到申请”（${receipt.id}）尚未签收，按现行口径不起算，请核实并补报签收时间`,
		eventId: receipt.id,
	};
}

/** A transfer after which nobody received the request. */
export function destinationMissing(line: string, transfer: Fact): Doubt {
	return {
		code: 'transfer_without_destination',
		line,
		message: `“转办”（${transfer.id}）未写明转往部门，此后也没有新的“收到申请”。请核实并补报`,
		eventId: transfer.id,
	};
}

/** A grant of an extension without a number of days. */
export function daysMissing(line: string, decision: Fact): Doubt {
	return {
		code: 'extension_without_days',
		line,
		message: `同意延期（${decision.id}）未写明延长的工作日数，未予延长。请更正并写明天数`,
		eventId: decision.id,
	};
}

/** An act that obliges another body and does not say which one. */
export function debtorMissing(line: string, act: Fact): Doubt {
	return {
		code: 'debtor_missing',
		line,
		message: `“${zhType(act.type)}”（${act.id}）未写明需求部门，无法确定由谁办理。请更正并写明对方部门`,
		eventId: act.id,
	};
}

/** A correction request that names a discovery later than itself. */
export function discoveredLater(line: string, request: Fact): Doubt {
	return {
		code: 'discovered_later',
		line,
		message: `“收到校核申请”（${request.id}）所写的发现问题时间晚于申请本身，时间矛盾。请核实并更正`,
		eventId: request.id,
	};
}
