import type { ClockName } from '#analytics/law/clocks.ts';
import { clocks } from '#analytics/law/clocks.ts';
import { type Fact, idOf } from './fact.ts';
import type { Doubt } from './run.ts';
import { zhType } from './vocabulary.ts';

/** A stopping act of a clock that nothing ever started. */
export function startMissing(line: string, clock: ClockName, stop: Fact): Doubt {
	const start = zhType(clocks[clock].starts);
	return {
		code: 'start_missing',
		line,
		message: `有“${zhType(stop.type)}”（${idOf(stop)}），没有“${start}”，${clocks[clock].zh}无从起算。请核实并补报“${start}”`,
		eventId: idOf(stop),
	};
}

/** A stopping act recorded earlier than the start of its clock. */
export function stopBeforeStart(line: string, clock: ClockName, stop: Fact): Doubt {
	const start = zhType(clocks[clock].starts);
	return {
		code: 'stop_before_start',
		line,
		message: `“${zhType(stop.type)}”（${idOf(stop)}）早于“${start}”，${clocks[clock].zh}时间矛盾，不计入按时率。请核实两者的时间并更正`,
		eventId: idOf(stop),
	};
}

/** A receipt that does not say how the data is shared: no clock can be chosen. */
export function sharingMissing(line: string, receipt: Fact): Doubt {
	return {
		code: 'sharing_missing',
		line,
		message: `“收到申请”（${idOf(receipt)}）未写明共享属性，无法确定答复时限。请更正并写明无条件、有条件或不予共享`,
		eventId: idOf(receipt),
	};
}

/** A receipt that nobody signed for, under a policy by which the clock starts when it is signed for. */
export function notSigned(line: string, receipt: Fact): Doubt {
	return {
		code: 'not_signed',
		line,
		message: `“收到申请”（${idOf(receipt)}）尚未签收，按现行口径不起算，请核实并补报签收时间`,
		eventId: idOf(receipt),
	};
}

/** A transfer after which nobody received the request. */
export function destinationMissing(line: string, transfer: Fact): Doubt {
	return {
		code: 'transfer_without_destination',
		line,
		message: `“转办”（${idOf(transfer)}）未写明转往部门，此后也没有新的“收到申请”。请核实并补报`,
		eventId: idOf(transfer),
	};
}

/** A grant of an extension without a number of days. */
export function daysMissing(line: string, decision: Fact): Doubt {
	return {
		code: 'extension_without_days',
		line,
		message: `同意延期（${idOf(decision)}）未写明延长的工作日数，未予延长。请更正并写明天数`,
		eventId: idOf(decision),
	};
}

/** An act that obliges another body and does not say which one. */
export function debtorMissing(line: string, act: Fact): Doubt {
	return {
		code: 'debtor_missing',
		line,
		message: `“${zhType(act.type)}”（${idOf(act)}）未写明需求部门，无法确定由谁办理。请更正并写明对方部门`,
		eventId: idOf(act),
	};
}

/** A correction request that names a discovery later than itself. */
export function discoveredLater(line: string, request: Fact): Doubt {
	return {
		code: 'discovered_later',
		line,
		message: `“收到校核申请”（${idOf(request)}）所写的发现问题时间晚于申请本身，时间矛盾。请核实并更正`,
		eventId: idOf(request),
	};
}
