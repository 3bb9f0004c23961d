import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ImportData, ImportRefusal } from '#app/loaders/import.server.ts';
import { LARGEST_UPLOAD } from '#app/uploads.ts';

type Props = { data: ImportData; refusal: ImportRefusal | null };

/** Which file, for which source, through which translation. */
export function UploadForm({ data, refusal }: Props) {
	const busy = useNavigation().state !== 'idle';
	const [source, choose] = useState(refusal?.given.source ?? '');
	const usual = data.sources.find(one => one.code === source)?.mapping ?? '';
	return (
		<Form method="post" encType="multipart/form-data" className="law-form">
			{refusal ? <Alert type="error" showIcon title={refusal.message} role="alert" /> : null}
			<label>
				数据来源
				<select name="source" className="native" required value={source} onChange={event => choose(event.target.value)}>
					<option value="">请选择</option>
					{data.sources.map(({ code, name }) => (
						<option key={code} value={code}>
							{name}
						</option>
					))}
				</select>
			</label>
			<label>
				转换规则
				<select
					key={usual}
					name="mapping"
					className="native"
					required
					defaultValue={refusal?.given.mapping || usual || ''}
				>
					<option value="">请选择</option>
					{data.translations.map(({ name, describes, table }) => (
						<option key={name} value={name}>
							{describes}
							{table ? '（表格）' : '（JSON 记录）'}
						</option>
					))}
				</select>
			</label>
			<label>
				工作表（XLSX，不填为第一张）
				<input name="sheet" className="native" maxLength={100} defaultValue={refusal?.given.sheet ?? ''} />
			</label>
			<label>
				文件
				<input type="file" name="file" required accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,.xlsx,.parquet" />
			</label>
			<p className="note">
				CSV、TSV、JSON、NDJSON、XLSX、Parquet，不超过{LARGEST_UPLOAD / 1024 / 1024} MB（XLSX 不超过32 MB，JSON 不超过64
				MB）。UTF-8、GB18030、Big5 编码按转换规则的声明读取；XLSX 只读已存的值，不执行公式。
			</p>
			<Button type="primary" htmlType="submit" disabled={busy}>
				{busy ? '正在上传…' : '上传并导入'}
			</Button>
		</Form>
	);
}
