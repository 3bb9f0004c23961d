import { useActionData, useLocation } from '@remix-run/react';
import { useRef } from 'react';

/** What the page's action answered, kept while the page reads its loaders anew: a bell must not take a preview away. */
export function useKeptAnswer<A>(): ReturnType<typeof useActionData<A>> {
	const answer = useActionData<A>();
	const { key } = useLocation();
	const kept = useRef({ key, answer });
	if (answer !== undefined || kept.current.key !== key) kept.current = { key, answer };
	return kept.current.answer;
}
