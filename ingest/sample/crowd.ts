import type { Day } from '#analytics/law/day.ts';
import { type Item, MERGED, type Organisation } from './city.ts';
import { mannersOf } from './manners.ts';
import type { Dice } from './random.ts';
import type { Setting } from './setting.ts';

/** Who asks whom for what on ordinary days; made once per telling, since it weighs every provider. */
export type Crowd = {
	/** An item, of much-asked providers more often. */
	item(die: Dice): Item;
	/** An item of one provider, by slug. */
	itemOf(die: Dice, provider: string): Item;
	/** Somebody who asks, and is none of the providers (slugs) asked. */
	demander(die: Dice, on: Day, providers: ReadonlySet<string>): Organisation;
	/** Providers that are asked at all, by slug. */
	providers: string[];
};

/** The crowd of a city. */
export function crowdOf(s: Setting): Crowd {
	const slugs = s.city.organisations.map(one => one.slug).filter(slug => slug !== MERGED.to && slug !== 'data');
	const weights = slugs.map(slug => mannersOf(s, slug).asked);
	const bounds = weights.map((_, i) => weights.slice(0, i + 1).reduce((sum, one) => sum + one, 0));
	const total = bounds.at(-1) ?? 0;
	const askers = slugs.filter(slug => slug !== 'court' && slug !== 'procuratorate');
	const itemOf = (die: Dice, provider: string) => {
		const items = s.city.itemsOf(provider);
		const shared = items.filter(item => item.sharing !== 'none');
		return die.pick(shared.length > 0 && die.chance(0.97) ? shared : items);
	};
	return {
		itemOf,
		item: die => {
			const at = die.next() * total;
			return itemOf(die, slugs[bounds.findIndex(bound => at < bound)] ?? slugs[0] ?? '');
		},
		demander: (die, on, providers) => {
			const merged = MERGED.from.some(slug => providers.has(slug));
			const isAsked = (slug: string) => providers.has(slug) || (merged && MERGED.from.some(one => one === slug));
			let slug = die.pick(askers);
			while (isAsked(slug)) slug = die.pick(askers);
			return s.bodyOn(slug, on);
		},
		providers: slugs.filter((_, i) => (weights[i] ?? 0) > 0),
	};
}
