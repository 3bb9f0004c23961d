import { randomBytes } from 'node:crypto';
import { type Role, roles } from '../office/office.ts';
import { type Command, option, WrongCall, word } from './command.ts';

export const userAdd: Command = {
	usage:
		'user add 账号 --role leader|supervisor|reporter|liaison|admin|auditor [--title 姓名] [--department 机构代码] [--password 口令]',
	async run(call, { office }) {
		const name = word(call, 0, '账号');
		const role = option(call, 'role') as Role;
		if (!roles.includes(role)) throw new WrongCall(`没有“${role}”这个角色，可用：${roles.join('、')}`);
		const department = call.options.department ?? null;
		if (role === 'liaison' && !department) throw new WrongCall('部门联络员须用 --department 指明机构代码');
		const password = call.options.password ?? randomBytes(12).toString('base64url');
		const account = await office.createAccount({ name, title: call.options.title ?? name, role, department }, password);
		const lines = call.options.password ? [] : ['已生成初始口令（仅显示一次）：'];
		return {
			lines: [`已添加账号 ${name}。`, ...lines],
			result: call.options.password ? name : password,
			data: { ...account, password },
		};
	},
};

export const tokenCreate: Command = {
	usage: 'token create --user 账号',
	async run(call, { office, now }) {
		const user = option(call, 'user');
		const token = await office.createToken(user, now());
		return { lines: [`账号 ${user} 的接口令牌（仅显示一次）：`], result: token, data: { user, token } };
	},
};
