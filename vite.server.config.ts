import { defineConfig } from 'vite';

/** The server and the command line as plain Node programs, beside the Remix build (which empties its own folder only). */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: true,
		target: 'node20',
		outDir: 'build/house',
		emptyOutDir: true,
		sourcemap: true,
		rollupOptions: {
			input: { main: 'app/main.ts', shudu: 'app/shudu.ts' },
			output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
		},
	},
});
