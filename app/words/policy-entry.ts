import type { ClockName } from '#analytics/law/clocks.ts';
import type { Policy } from '#analytics/law/policy.ts';

/** What a policy decides: everything in it but its own identity. */
export type PolicyField = Exclude<keyof Policy, 'effective' | 'document' | 'ground'>;

/** One way of reading the law: its name, and what it means for a matter. */
export type OptionWords = { name: string; meaning: string };

/** What every field has in words. */
type About = {
	/** ① to ⑰ in the list of open readings; null: a counting rule that stands outside the list. */
	number: string | null;
	/** A few words, for columns and labels. */
	name: string;
	/** What is left open, as a question. */
	question: string;
	/** Where the Decree leaves it open. */
	article: string;
	/** What the options rest on. */
	ground: string;
	/** Clocks whose days or status it can change; empty: it concerns figures, not a clock. */
	clocks: readonly ClockName[];
	/** When it has an effect at all; absent: always. */
	only?: string;
};

/** One of several readings. */
export type Choice<V extends string = string> = About & {
	kind: 'choice';
	options: { readonly [K in V]: OptionWords };
};
/** A number of working days, within bounds. */
export type Days = About & { kind: 'days'; least: number; most: number; meaning: string };
/** A time of day in Asia/Shanghai, or none. */
type Hour = About & { kind: 'hour'; none: OptionWords; meaning: string };
/** Working days by clock. */
type Promised = About & { kind: 'promised'; none: OptionWords; meaning: string };

/** The words that a field needs follow from what it can hold; one without its words does not compile. */
export type EntryOf<V> = V extends number ? Days : null extends V ? Hour : V extends string ? Choice<V> : Promised;

/** The words of one field, whichever it is. */
export type Entry = Choice | Days | Hour | Promised;
