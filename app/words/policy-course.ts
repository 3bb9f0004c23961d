import type { Policy } from '#analytics/law/policy.ts';
import type { EntryOf, PolicyField } from './policy-entry.ts';

type CourseField = Extract<
	PolicyField,
	| 'refusalWithoutReason'
	| 'refusalForMaterials'
	| 'materials'
	| 'lapseAfter'
	| 'extensionConsent'
	| 'extensionNotice'
	| 'partialReply'
	| 'rejection'
	| 'rejectionWithin'
	| 'returnedCatalogue'
	| 'otherOrgans'
	| 'verticalBodies'
	| 'countingUnit'
>;

const replies = ['reply.unconditional', 'reply.conditional'] as const;

const standing = {
	ranked: { name: '参加排名', meaning: '与政府部门一样计入各项统计并参加排名' },
	listed: { name: '列示，不排名', meaning: '照常计时并列示，不参加排名，不责令改正' },
	excluded: { name: '不计入', meaning: '照常计时，不计入任何统计' },
};

/** What happens between the start of a clock and its end, and whom and what the figures count. */
export const courseWords: { readonly [F in CourseField]: EntryOf<Policy[F]> } = {
	refusalWithoutReason: {
		kind: 'choice',
		number: '①',
		name: '不说明理由的不同意',
		question: '不同意而没有说明理由的，算不算答复？',
		article: '第二十一条第一款、第二款',
		ground: '第一款管期限，第二款“应当说明理由”管内容',
		clocks: replies,
		options: {
			stops: { name: '是答复', meaning: '停止计时，另记“未说明理由”' },
			void: { name: '不是答复', meaning: '不停止计时，直至说明理由或者另作答复，另记“未说明理由”' },
		},
	},
	refusalForMaterials: {
		kind: 'choice',
		number: '②',
		name: '以材料不全为由的拒绝',
		question: '以申请材料不全为由直接拒绝的，算不算答复？',
		article: '第二十一条第二款',
		ground: '该款规定材料不全的应当一次性告知，“不得直接予以拒绝”',
		clocks: replies,
		options: {
			void: { name: '不是答复', meaning: '不停止计时，另记“直接拒绝”' },
			stops: { name: '是答复', meaning: '与其他不同意的答复一样停止计时，另记“直接拒绝”' },
		},
	},
	materials: {
		kind: 'choice',
		number: '③',
		name: '告知补正',
		question: '一次性告知补正材料，对答复期限有何影响？',
		article: '第二十一条第二款',
		ground:
			'条例未规定；《行政复议法实施条例》第二十九条（补正所用时间不计入）、《政府信息公开条例》第三十条（自收到补正之日重新计算）、《行政许可法》第三十二条（逾期不告知视为受理）各有不同',
		clocks: replies,
		options: {
			NONE: { name: '不中止', meaning: '告知补正不影响计时' },
			SUSPEND: { name: '中止', meaning: '告知次日起至补正当日不计入，此后继续计算' },
			RESTART: { name: '重新起算', meaning: '自补正次日起重新计算全部期限' },
		},
	},
	lapseAfter: {
		kind: 'days',
		number: '③',
		name: '补正期限',
		question: '告知之后几个工作日不补正，即为补正逾期中止？',
		article: '第二十一条第二款',
		ground: '参照《行政复议法》第三十一条的十日补正期',
		clocks: replies,
		only: '告知补正为“中止”或者“重新起算”时适用',
		least: 1,
		most: 60,
		meaning: '期满仍未补正的，次日起为补正逾期中止，不计入提供部门的按时率',
	},
	extensionConsent: {
		kind: 'choice',
		number: '④',
		name: '延期何时同意',
		question: '原到期日届满之后才同意的延期，是否有效？',
		article: '第二十一条第一款、第十七条第二款',
		ground: '“确需延长的，应当报经……同意”',
		clocks: [...replies, 'catalogue.update'],
		options: {
			before_due: {
				name: '须在到期之前同意',
				meaning: '同意在原到期日届满之前记录的有效；事后同意保留备查，不补救逾期',
			},
			any_time: {
				name: '事后同意也有效',
				meaning: '事后同意的，自原到期日起续算，同意之前的逾期仍在当时列示，另记问题',
			},
		},
	},
	extensionNotice: {
		kind: 'choice',
		number: '④',
		name: '延期的告知',
		question: '同意延期而没有告知需求部门的，延期是否有效？',
		article: '第二十一条第一款',
		ground: '“并告知政务数据需求部门”',
		clocks: replies,
		options: {
			defect: { name: '有效，记为问题', meaning: '延期仍有效，另记“未告知延期”' },
			required: { name: '不告知不生效', meaning: '同意并且告知之后延期方生效；告知也须在原到期日届满之前' },
		},
	},
	partialReply: {
		kind: 'choice',
		number: '⑥',
		name: '部分同意',
		question: '对整件申请部分同意的，未列入同意范围的行是否已经答复？',
		article: '第二十一条第一款、第二十二条第一款',
		ground: '提供的期限自“作出同意共享的答复”起算，只及于同意的行',
		clocks: replies,
		options: {
			all_lines: { name: '全部行均已答复', meaning: '列明同意的行为同意，其余为不同意，各行都停止计时' },
			named_lines: { name: '只及于列明的行', meaning: '只有列明的行停止计时，其余各行继续计时，直至另作答复' },
		},
	},
	rejection: {
		kind: 'choice',
		number: '⑧',
		name: '验收不通过',
		question: '需求部门验收不通过的，提供是否仍然有效？',
		article: '第二十二条第一款、第二款',
		ground: '“共享政务数据”以数据实际可用为准；事实有争议的，可由主管部门认定',
		clocks: ['delivery'],
		options: {
			reasoned: {
				name: '说明理由即不生效',
				meaning: '在期限内说明理由的，该次提供不生效；主管部门认定异议不成立的除外',
			},
			upheld: { name: '认定成立才不生效', meaning: '主管部门认定异议成立的，自认定之日起该次提供不生效' },
			never: { name: '不影响', meaning: '验收不通过只作记录，不影响计时' },
		},
	},
	rejectionWithin: {
		kind: 'days',
		number: '⑧',
		name: '验收异议期限',
		question: '验收不通过须在提供之后几个工作日内提出？',
		article: '第二十二条第一款',
		ground: '条例未规定，由主管部门确定',
		clocks: ['delivery'],
		only: '验收不通过能够影响计时时适用',
		least: 1,
		most: 60,
		meaning: '期满之后提出的只作记录，不影响计时',
	},
	returnedCatalogue: {
		kind: 'choice',
		number: '⑫',
		name: '目录被退回',
		question: '报送的目录被审核退回的，部门的更新期限怎样计算？',
		article: '第十七条第二款、第三款',
		ground: '“完成更新，并报送……审核”；审核的时间不应由部门承担',
		clocks: ['catalogue.update'],
		options: {
			remaining_days: { name: '使用剩余的工作日', meaning: '自退回次日起继续使用尚未用完的工作日，审核的时间不计' },
			first_submission: { name: '首次报送即完成', meaning: '以首次报送为完成更新，退回不使期限恢复' },
		},
	},
	otherOrgans: {
		kind: 'choice',
		number: '⑰',
		name: '其他国家机关',
		question: '参照执行的其他国家机关，如何列入统计？',
		article: '第二条、第四十三条',
		ground: '第四十三条规定其他国家机关“参照”执行',
		clocks: [],
		options: standing,
	},
	verticalBodies: {
		kind: 'choice',
		number: '⑰',
		name: '垂直管理机构',
		question: '垂直管理机构不由本级主管部门责令改正，如何列入统计？',
		article: '第三十九条',
		ground: '责令改正由其同级主管部门作出，本级只能反映和移送',
		clocks: [],
		options: standing,
	},
	countingUnit: {
		kind: 'choice',
		number: null,
		name: '计件单位',
		question: '统计以什么为一件？',
		article: '第三十八条第二款',
		ground: '条例未规定；按件计可以避免一份多行的申请压过许多份普通申请',
		clocks: [],
		options: {
			matter: { name: '按件', meaning: '同一申请在同一提供部门、同一共享属性的各行为一件，每一行都按时方为按时' },
			line: { name: '按行', meaning: '每一行为一件' },
		},
	},
};
