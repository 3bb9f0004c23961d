/** A measure is one question: one SQL file of the same name, its arguments, its columns, and its definition in words. */

/** Types of arguments and columns; `?` allows null. SQL casts to the DuckDB type beside it, so that rows are plain. */
type Kinds = {
	text: string; // VARCHAR
	int: number; // INTEGER
	real: number; // DOUBLE
	flag: boolean; // BOOLEAN
	day: string; // VARCHAR '2026-11-21' (arguments: cast with ::date in the SQL)
	instant: number; // DOUBLE, milliseconds since 1970
	texts: string[]; // VARCHAR[]
};
export type Kind = keyof Kinds | `${keyof Kinds}?`;
export type Shape = Record<string, Kind>;

type Plain<K extends Kind> = K extends `${infer B extends keyof Kinds}?`
	? Kinds[B] | null
	: K extends keyof Kinds
		? Kinds[K]
		: never;
type Values<S extends Shape> = { [K in keyof S]: Plain<S[K]> };

export type Measure<P extends Shape = Shape, C extends Shape = Shape> = {
	/** Name of the SQL file, the API path and the page. */
	name: string;
	/** What it counts, in official Chinese, printed beside the figures. */
	definition: string;
	params: P;
	columns: C;
	sql: string;
};

/** What may be null may be left out. */
type Given<S extends Shape> = { [K in keyof S as S[K] extends `${string}?` ? never : K]: Plain<S[K]> } & {
	[K in keyof S as S[K] extends `${string}?` ? K : never]?: Plain<S[K]>;
};

export type Args<M> = M extends Measure<infer P, Shape> ? Given<P> : never;
export type Row<M> = M extends Measure<Shape, infer C> ? Values<C> : never;

/** Every measure takes these: the day asked about, the last known `seq`, and the departments the asker may see (null: all). */
export const asked = { as_of: 'day', known: 'int', visible: 'texts?' } as const satisfies Shape;

/** The day whose policy version governs (the first of the period asked about); null: the day asked about. */
export const ruled = { ruled_on: 'day?' } as const satisfies Shape;

export function defineMeasure<P extends Shape, C extends Shape>(measure: Measure<P, C>): Measure<P, C> {
	return measure;
}
