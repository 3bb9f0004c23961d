import { and, asc, desc, eq } from 'drizzle-orm';
import type { Instant } from '#analytics/law/day.ts';
import type { Postgres } from './postgres.ts';
import { mapping } from './schema.ts';

/** One version of a mapping that somebody saved. `text`: the whole mapping as JSON. */
type SavedMapping = { name: string; version: number; text: string; createdAt: Instant; author: string };

/** One version of a mapping. `author` and `createdAt` are null for one that ships with the product. */
export type MappingVersion = {
	name: string;
	version: number;
	describes: string;
	/** The whole mapping as JSON, indented. */
	text: string;
	author: string | null;
	createdAt: Instant | null;
};

/** The versions of mappings that people made; what is saved is never changed. */
export type Mappings = {
	/** Every version, by name, the latest first. */
	list(): Promise<SavedMapping[]>;
	/** One version, or the latest where `version` is null; null where there is none. */
	find(name: string, version: number | null): Promise<SavedMapping | null>;
	/** False where somebody else saved this version first; nothing is written then. */
	add(saved: SavedMapping): Promise<boolean>;
};

/** The saved mappings on an open PostgreSQL. */
export function openMappings({ db }: Pick<Postgres, 'db'>): Mappings {
	return {
		list: () => db.select().from(mapping).orderBy(asc(mapping.name), desc(mapping.version)),
		async find(name, version) {
			const wanted = version === null ? undefined : eq(mapping.version, version);
			const latest = db
				.select()
				.from(mapping)
				.where(and(eq(mapping.name, name), wanted));
			const [found] = await latest.orderBy(desc(mapping.version)).limit(1);
			return found ?? null;
		},
		async add(saved) {
			const added = await db.insert(mapping).values(saved).onConflictDoNothing().returning({ name: mapping.name });
			return added.length > 0;
		},
	};
}
