type Props = { title: string | null; address: string | null; published?: boolean };

/** The notice a calendar rests on, leading to its text where the address is one of the web. */
export function NoticeName({ title, address, published = true }: Props) {
	if (!published || title === null) return <span className="provisional-mark">暂定：放假安排尚未公布或者尚未登记</span>;
	if (address === null || !/^https?:\/\//.test(address)) return <>{title}</>;
	return (
		<a href={address} target="_blank" rel="noreferrer">
			{title}
		</a>
	);
}
