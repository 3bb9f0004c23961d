import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useRouteLoaderData, useSearchParams } from '@remix-run/react';
import { may } from '#app/auth/rights.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { ErrorPage } from '#app/components/ErrorPage.tsx';
import { LawNotices } from '#app/components/LawNotices.tsx';
import { Shell } from '#app/components/Shell.tsx';
import { useLive } from '#app/live/useLive.ts';
import { lawNotices } from '#app/loaders/notices.server.ts';

/** Who is signed in, where that person may go, and which changes of the law concern the person. */
export async function loader({ request, context }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request, context);
	const { account, body: department } = viewer;
	const overseer = may(account.role, 'sources');
	const seen = { version: context.store.position(), day: context.today() };
	const notices = await lawNotices(viewer, context);
	return { title: account.title, role: account.role, department, overseer, sample: context.sample, seen, notices };
}

export default function Frame() {
	const viewer = useLoaderData<typeof loader>();
	const [query] = useSearchParams();
	const live = useLive(query.has('as_of') || query.has('known'), viewer.seen);
	return (
		<Shell viewer={viewer}>
			<LawNotices notices={viewer.notices} />
			<Outlet context={live} />
		</Shell>
	);
}

/** What went wrong below is told inside the frame; what went wrong with the frame itself, alone. */
export function ErrorBoundary() {
	const viewer = useRouteLoaderData<typeof loader>('routes/frame');
	if (viewer) {
		return (
			<Shell viewer={viewer}>
				<ErrorPage />
			</Shell>
		);
	}
	return (
		<main className="error-alone">
			<ErrorPage />
		</main>
	);
}
