import { liabilities, liabilityItems } from '#analytics/law/liability.ts';

/** Short names of the items of Articles 39 to 41: 逾期答复/提供 … */
export const itemNames: Record<string, string> = Object.fromEntries(
	liabilityItems.map(item => [item, liabilities[item].zh]),
);

/** How an item is cited: 第三十九条第四项 … */
export const itemArticles: Record<string, string> = Object.fromEntries(
	liabilityItems.map(item => [item, liabilities[item].article]),
);
