import { Link, useRouteLoaderData } from '@remix-run/react';
import { type Asked, linkTo } from '#app/asked.ts';

type Signed = { department: string | null };

/** A department's name, leading to its profile; to a liaison, other departments are names alone. */
export function DepartmentName({ data, code, name }: { data: Pick<Asked, 'given'>; code: string; name: string }) {
	const own = useRouteLoaderData<Signed>('routes/frame')?.department ?? null;
	if (own !== null && own !== code) return <>{name}</>;
	return <Link to={linkTo(data, `/departments/${encodeURIComponent(code)}`)}>{name}</Link>;
}
