import type { Problem } from '#app/policies/fields.ts';

/** What is wrong with one field, beside it; nothing where it is right. */
export function Wrong({ problems, name }: { problems: readonly Problem[]; name: string }) {
	return problems
		.filter(problem => problem.name === name)
		.map(({ message }) => (
			<p key={message} className="field-wrong" role="alert" id={`${name}-wrong`}>
				<span aria-hidden="true">▲</span> {message}
			</p>
		));
}
