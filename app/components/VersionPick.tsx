import { longDay } from '#app/words/format.ts';

type Props = {
	versions: readonly { effective: string; document: string | null }[];
	/** Effective day of the one chosen; empty or absent: none. */
	chosen: string | undefined;
	/** What choosing none means. */
	none: string;
};

/** One version of the policy to choose, by its parameter's name `policy`. */
export function VersionPick({ versions, chosen, none }: Props) {
	return (
		<label className="field">
			<span className="field-name">口径版本</span>
			<select name="policy" defaultValue={chosen ?? ''} className="native">
				<option value="">{none}</option>
				{versions.map(({ effective, document }) => (
					<option key={effective} value={effective}>
						{longDay(effective)}起（{document ?? '系统缺省口径'}）
					</option>
				))}
			</select>
		</label>
	);
}
