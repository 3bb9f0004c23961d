/**
 * Options of the Remix Vite plugin; vite.config.ts hands them over. Routes are few: the browser gets them all at once
 * instead of asking the house for each, so that the house answers nothing unasked to strangers.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
	appDirectory: 'app',
	ssr: true,
	serverModuleFormat: 'esm',
	future: {
		v3_fetcherPersist: true,
		v3_lazyRouteDiscovery: false,
		v3_relativeSplatPath: true,
		v3_routeConfig: true,
		v3_singleFetch: true,
		v3_throwAbortReason: true,
	},
};
