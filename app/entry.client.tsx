import { createCache, StyleProvider } from '@ant-design/cssinjs';
import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Nonce } from './components/nonce.ts';

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;

startTransition(() => {
	hydrateRoot(
		document,
		<StrictMode>
			<StyleProvider cache={createCache()}>
				<Nonce.Provider value={nonce}>
					<RemixBrowser />
				</Nonce.Provider>
			</StyleProvider>
		</StrictMode>,
	);
});
