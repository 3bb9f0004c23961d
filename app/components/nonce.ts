import { createContext } from 'react';

/** The nonce that this response's scripts carry (Content-Security-Policy). */
export const Nonce = createContext<string | undefined>(undefined);
