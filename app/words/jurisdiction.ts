/** What is said beside a body that the authority here may not order to put things right (第三十九条“同级”, 第四十三条). */
export const jurisdictionNotes: Record<string, string> = {
	district: '由区县主管部门责令改正',
	superior: '需上级协调，本级不责令改正',
	vertical: '垂直管理，本级不责令改正',
	other_organ: '参照执行，不责令改正',
};
