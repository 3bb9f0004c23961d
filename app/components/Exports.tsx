/** The list of the page as a file, as CSV and as a workbook; `file`: address of the CSV. */
export function Exports({ file }: { file: string }) {
	return (
		<>
			<a href={file}>导出CSV</a>
			<a href={file.replace(/\.csv(?=$|\?)/, '.xlsx')}>导出Excel</a>
		</>
	);
}
