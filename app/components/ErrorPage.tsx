import { isRouteErrorResponse, Link, useLocation, useRouteError } from '@remix-run/react';

const titles: Record<number, string> = {
	400: '查询条件不正确',
	401: '请先登录',
	403: '没有查看权限',
	404: '没有找到',
};
const sentences: Record<number, string> = {
	400: '地址中的查询条件无法识别。',
	401: '登录已失效，请重新登录。',
	403: '您的账号没有查看此页的权限。如工作需要，请联系系统管理员。',
	404: '没有这个页面，可能是地址有误，或内容已不存在。',
};

/** What is said where a page cannot be shown, and the way back. */
export function ErrorPage() {
	const error = useRouteError();
	const { pathname, search } = useLocation();
	const status = isRouteErrorResponse(error) ? error.status : 500;
	const told = isRouteErrorResponse(error) ? (error.data as { message?: unknown } | null)?.message : null;
	const sentence = typeof told === 'string' ? told : sentences[status];
	return (
		<section className="error-page">
			<p className="error-code">{status}</p>
			<h1>{titles[status] ?? '系统出现内部错误'}</h1>
			<p>{sentence ?? '页面未能生成，数据未受影响。请稍后重试；如仍出现，请联系系统管理员。'}</p>
			<p className="error-ways">
				<Link to="/">返回总览</Link>
				{status === 500 ? (
					<Link to={pathname + search} reloadDocument>
						重新加载
					</Link>
				) : (
					<Link to="/matters">事项清单</Link>
				)}
			</p>
		</section>
	);
}
