import type { Enactment } from '#analytics/law/lawbook.ts';
import { longDay } from './format.ts';
import { regionName } from './regions.ts';

/** What an enactment is called, and the document it rests on. */
export function enactmentWords(enactment: Enactment): {
	title: string;
	document: string | null;
	address: string | null;
} {
	switch (enactment.kind) {
		case 'policy': {
			const { effective, document } = enactment.policy;
			return { title: `口径（${longDay(effective)}起施行）`, document, address: null };
		}
		case 'year': {
			const { year, published, title, address } = enactment.year;
			return { title: `${year}年放假安排${published ? '' : '（暂定）'}`, document: title, address };
		}
		case 'overlay': {
			const { name, region, document, off, work } = enactment.overlay;
			const removed = off.length + work.length === 0;
			return { title: `${removed ? '撤销' : ''}${name}（${regionName(region)}）`, document, address: null };
		}
	}
}

/** Why due days moved, as the beginning of a sentence: 因《…通知》公布. */
export function causeWords(enactment: Enactment): string {
	const { document, title } = enactmentWords(enactment);
	const named = document === null ? title : quoted(document);
	if (enactment.kind === 'policy') return `因口径调整（${named}）施行`;
	if (enactment.kind === 'overlay') return `因${title}登记，依据${named}`;
	return enactment.year.published ? `因${named}公布` : `因${title}登记`;
}

/** A title in book marks; a document number stands without. */
function quoted(document: string): string {
	return /[《〔[]/.test(document) ? document : `《${document}》`;
}
