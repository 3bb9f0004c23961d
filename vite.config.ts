import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

export default defineConfig({
	plugins: [remix(remixConfig)],
	build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
	// Found while the first page runs, these would reload it under the reader's hands.
	optimizeDeps: {
		include: [
			'antd',
			'antd/locale/zh_CN',
			'@ant-design/cssinjs',
			'socket.io-client',
			'echarts/core',
			'echarts-for-react/esm/core',
		],
		exclude: ['@duckdb/node-api', '@duckdb/node-bindings'],
	},
});
