import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { UploadForm } from '#app/components/UploadForm.tsx';
import { UploadList } from '#app/components/UploadList.tsx';
import { useAskAgain } from '#app/components/useAskAgain.ts';
import { importData, takeUpload } from '#app/loaders/import.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const meta: MetaFunction = () => [{ title: '导入文件·数督' }];

export const loader = page('import', ({ context }) => importData(context));

export const action = takeUpload;

export default function Import() {
	const data = useLoaderData<typeof loader>();
	const refusal = useActionData<typeof action>() ?? null;
	useAskAgain(data.uploads.some(upload => upload.state === 'running'));
	return (
		<Page
			title="导入文件"
			lead="把平台导出的文件按转换规则读入。同一文件重复导入不会重复入账；读不懂的行进入拒收数据，不影响其他行。"
			data={null}
			aside={<Link to="/sources">数据来源</Link>}
		>
			<Panel title="选择文件">
				{data.sources.length === 0 ? (
					<Nothing>尚未登记数据来源。请由系统管理员用命令 shudu source add 登记。</Nothing>
				) : (
					<UploadForm data={data} refusal={refusal} />
				)}
			</Panel>
			<Panel title="导入情况" note="最近20份文件；关闭页面不影响导入。">
				<UploadList uploads={data.uploads} />
			</Panel>
		</Page>
	);
}
