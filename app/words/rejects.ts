/** Reasons for which a row is refused, in a few words for the table of counts; each row carries its own full sentence. */
const reasons: Record<string, string> = {
	wrong_shape: '内容格式不正确',
	missing_field: '缺少必填字段',
	wrong_type: '字段类型不正确',
	unknown_type: '事件类型不在约定之列',
	time_without_offset: '时间缺少时区',
	bad_time: '时间无法识别',
	bad_data: '业务字段不正确',
	subject_missing: '缺少事项编号',
	id_conflict: '同一事件编号的内容前后不一致',
	source_mismatch: '来源与报送身份不符',
	office_only: '主管部门履职行为，平台不得报送',
	event_too_large: '单个事件过大',
	too_deep: '数据嵌套过深',
	bad_character: '含有无法保存的字符',
	bad_number: '数值超出范围',
	bad_quote: '引号未配对',
	bad_encoding: '文字编码无法识别',
	wrong_columns: '列数与表头不一致',
	time_format: '时间不是所声明的格式',
	time_nonexistent: '当地没有这一时刻',
	unknown_value: '取值不在对照表中',
	empty_column: '必填的列为空',
	not_json: '不是有效的 JSON',
	not_a_row: '不是一行数据',
	bad_record: '不是可识别的运行监测记录',
	one_sided: '只有调用方的记录，提供方当日无记录',
};

/** What helps against a reason: the source's data, or the mapping here. */
const fixes: Record<string, string> = {
	id_conflict: '由平台以新编号报送更正；原内容已入账，不受影响。',
	source_mismatch: '由平台改正来源代码，或者由所署名的平台自己报送。',
	office_only: '由平台停止报送这类事件；履职行为在本系统办理。',
	event_too_large: '由平台去掉共享数据本身和附件后重新报送。',
	time_format: '在转换规则中补充该时间格式后重放，或者由平台更正。',
	unknown_value: '在转换规则的对照表中补充该取值后重放，或者由平台更正。',
	unknown_type: '由平台改用约定的事件类型；转换规则有误的，更正后重放。',
	not_json: '由平台更正后重新报送。',
	bad_quote: '由平台更正引号后重新报送。',
	bad_encoding: '核对文件编码和转换规则中的声明后重新导入。',
	wrong_columns: '由平台补齐或者删去多余的列后重新报送。',
	bad_record: '由平台更正后，重新报送整日的记录。',
	one_sided: '由提供方补报当日的运行监测记录。',
};

/** The way out of a reason, in one sentence. */
export function rejectFix(code: string): string {
	return fixes[code] ?? '由平台更正后重新报送；转换规则有误的，更正规则后重放。';
}

/** What has been done about a reject. */
export const rejectStates = {
	open: { sign: '▲', name: '未处理', colour: 'overdue' },
	replayed: { sign: '✓', name: '已重放入账', colour: 'met' },
	dismissed: { sign: '–', name: '不予处理', colour: 'untimed' },
} as const;

/** A reason in a few words. */
export function rejectReason(code: string): string {
	return reasons[code] ?? '其他原因';
}
