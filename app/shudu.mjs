import { launch, prepare } from './prepare.mjs';

prepare();
launch('shudu.js', process.argv.slice(2));
