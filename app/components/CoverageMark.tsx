import type { BodyCoverage } from '#app/loaders/coverage.server.ts';
import { doubtOf, shareWords } from '#app/words/coverage.ts';

/** What is to be said of the data behind a body's figures; nothing where they are complete. */
export function CoverageMark({ body }: { body: BodyCoverage | null }) {
	const doubt = doubtOf(body);
	if (doubt === null) return null;
	return (
		<small className="sub coverage-mark" title={body === null ? undefined : shareWords(body)}>
			▲ {doubt}
		</small>
	);
}
