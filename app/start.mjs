import { launch, prepare } from './prepare.mjs';

prepare();
launch('main.js', process.argv.slice(2));
