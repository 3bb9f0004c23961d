/** Why a row could not be read, before it was even tried as an event. */
export type Unreadable = {
	/** Stable code, e.g. `not_json`. */
	code: string;
	/** The reason and the way out, in Chinese. */
	message: string;
	eventId: string | null;
};

/** `record`: the platform's record that a row was made from, where `raw` is not its JSON: what a reject is read from again. */
type Told = { raw: string; record?: unknown };

/** A parsed value and the text it came as. */
export type ReadRow = Told & { value: unknown };

/** The text of a row that says nothing, and why. */
export type UnreadRow = Told & { unreadable: Unreadable };

/** One row of a delivery (a pushed batch, a pulled page, a file) on its way to the ledger. */
export type Row = ReadRow | UnreadRow;

/** Where in its delivery a row stands, for messages: 第 17 行. */
export type Placed<R extends Row = Row> = R & { where: string };

/** A row that cannot be read. */
export function unread(raw: string, code: string, message: string, eventId: string | null = null): UnreadRow {
	return { raw, unreadable: { code, message, eventId } };
}
