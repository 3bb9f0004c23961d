import { desc, eq } from 'drizzle-orm';
import type { Postgres } from './postgres.ts';
import { upload } from './upload-schema.ts';

/** An uploaded file and what became of it; what each field means is said at the table. */
export type KeptUpload = typeof upload.$inferSelect;

/** The log of uploaded files. */
export type UploadLog = {
	begin(begun: KeptUpload): Promise<void>;
	/** Notes how far one is, or how it ended. */
	move(id: string, to: Partial<KeptUpload>): Promise<void>;
	/** The latest first. */
	list(limit: number): Promise<KeptUpload[]>;
};

/** The log of uploaded files on an open PostgreSQL. */
export function openUploadLog({ db }: Pick<Postgres, 'db'>): UploadLog {
	return {
		async begin(begun) {
			await db.insert(upload).values(begun);
		},
		async move(id, to) {
			await db.update(upload).set(to).where(eq(upload.id, id));
		},
		list: limit => db.select().from(upload).orderBy(desc(upload.startedAt), desc(upload.id)).limit(limit),
	};
}
