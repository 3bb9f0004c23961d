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
};

/** A reason in a few words. */
export function rejectReason(code: string): string {
	return reasons[code] ?? '其他原因';
}
