export { freePort } from '#analytics/bench/free-port.ts';
