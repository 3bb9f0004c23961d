/**
 * The checklist of safeguards (第三十四条第二款, 第三十五条, 第三十六条第一款; 《网络安全法》, 《数据安全法》, 《密码法》): code and Chinese
 * name, in the order in which they are shown.
 */
export const safeguards = {
	rules: '制度',
	classification: '分类分级',
	assessment: '安全评估',
	protection: '等保',
	cryptography: '密评',
	outsourcing: '委托审批',
	drill: '应急演练',
} as const;

export type Safeguard = keyof typeof safeguards;

/** All items, in the order of the checklist. */
export const safeguardCodes = Object.keys(safeguards) as Safeguard[];
