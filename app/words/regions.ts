/** The provincial divisions by the first two digits of a division code (GB/T 2260). */
const provinces: Record<string, string> = {
	'11': '北京市',
	'12': '天津市',
	'13': '河北省',
	'14': '山西省',
	'15': '内蒙古自治区',
	'21': '辽宁省',
	'22': '吉林省',
	'23': '黑龙江省',
	'31': '上海市',
	'32': '江苏省',
	'33': '浙江省',
	'34': '安徽省',
	'35': '福建省',
	'36': '江西省',
	'37': '山东省',
	'41': '河南省',
	'42': '湖北省',
	'43': '湖南省',
	'44': '广东省',
	'45': '广西壮族自治区',
	'46': '海南省',
	'50': '重庆市',
	'51': '四川省',
	'52': '贵州省',
	'53': '云南省',
	'54': '西藏自治区',
	'61': '陕西省',
	'62': '甘肃省',
	'63': '青海省',
	'64': '宁夏回族自治区',
	'65': '新疆维吾尔自治区',
	'71': '台湾省',
	'81': '香港特别行政区',
	'82': '澳门特别行政区',
};

/** A division in words: its province, and within one the code besides. Null: everywhere. */
export function regionName(region: string | null): string {
	if (region === null) return '全国';
	const province = provinces[region.slice(0, 2)];
	if (province === undefined) return `行政区划${region}`;
	return region.endsWith('0000') ? province : `${province}${region}`;
}

/** A division as the register groups by it; null: none is registered. */
export function divisionName(region: string | null): string {
	return region === null ? '未登记行政区划' : regionName(region);
}

/** The level of a division by its code: 省级, 市级, 县级. */
export function regionLevel(region: string | null): string {
	if (region === null) return '级别不明';
	if (region.endsWith('0000')) return '省级';
	return region.endsWith('00') ? '市级' : '县级';
}
