import { qualityOf } from './sample-quality.ts';
import { timelyOf } from './sample-timely.ts';
import { usedOf } from './sample-use.ts';
import { sampleYear } from './sample-year.ts';

// One load of the sample year serves all of its indicators.
const year = sampleYear();
timelyOf(year);
qualityOf(year);
usedOf(year);
