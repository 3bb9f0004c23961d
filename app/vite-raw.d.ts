declare module '*.sql?raw' {
	const sql: string;
	export default sql;
}
declare module '*.md?raw' {
	const text: string;
	export default text;
}
