import type { Defect } from '#analytics/cases/defects.ts';
import type { ClockName } from '#analytics/law/clocks.ts';

/** The clocks by the words of legal-cases.ts; a reply is of either sharing type. */
export const clockWords: Record<string, readonly ClockName[]> = {
	答复: ['reply.unconditional', 'reply.conditional'],
	提供: ['delivery'],
	校核: ['correction'],
	更新: ['catalogue.update'],
	审核: ['catalogue.review'],
	保存: ['retention'],
	首审: ['local.catalogue.review'],
	明确数源: ['local.designation'],
	不予答复: ['local.reply.none'],
	批延: ['local.extension'],
	回流: ['local.return'],
	提校核: ['local.correction.raise'],
	处置: ['local.disposal'],
	整改: ['local.rectification'],
	备案: ['local.filing'],
	受理: ['local.dispute.accept'],
	协调: ['local.dispute.mediate'],
	报告: ['local.security.report'],
	投诉: ['local.complaint'],
};

/** The defects of a run by their words. */
export const defectWords: Record<string, Defect> = {
	倒签: 'backdated',
	采信证据: 'evidence_accepted',
	未说明理由: 'refused_without_reason',
	直接拒绝: 'refused_for_materials',
	再次告知: 'second_notice',
	告知未列材料: 'notice_without_items',
	到期后告知: 'notice_after_due',
	补正后告知: 'notice_after_answer',
	到期后同意: 'extension_after_due',
	延期超上限: 'extension_over_limit',
	延期未告知: 'extension_not_notified',
	答复未经同意: 'reply_unapproved',
	附加条件: 'conditions_outside_catalogue',
	送达迟延: 'dispatched_late',
	留待更正: 'correction_deferred',
	未自报: 'not_self_reported',
	未协商: 'not_consulted',
	批次不全: 'batch_incomplete',
	保存不足: 'retention_short',
	记录不全: 'record_incomplete',
	提供方责任: 'incident_of_provider',
};

/** How a run stands, by casebook.ts `statusOn`. */
export const statusWords: Record<string, string> = {
	在办: 'running',
	超期: 'overdue',
	按时: 'met',
	逾期: 'late',
	中止: 'paused',
	不限期: 'untimed',
	撤回不计: 'excluded withdrawn',
	转办不计: 'excluded transferred',
	逾期中止不计: 'excluded lapsed',
	施行前不计: 'excluded pre_decree',
	矛盾不计: 'excluded stop_before_start',
};

/** What a person must look at. */
export const doubtWords: Record<string, string> = {
	没有起算: 'start_missing',
	时间矛盾: 'stop_before_start',
	尚未签收: 'not_signed',
	转往不明: 'transfer_without_destination',
	延期未写天数: 'extension_without_days',
	平台不一致: 'platforms_differ',
	基准平台未报: 'not_by_record',
	对方不明: 'debtor_missing',
	发现晚于收到: 'discovered_later',
};
