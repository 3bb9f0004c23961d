import { answer } from '../api/answer.ts';
import { organisationsData } from '../loaders/organisations.server.ts';

/** The register of organisations, as the page shows it. */
export const loader = answer('figures', ({ viewer, asked, context }) => organisationsData(viewer, asked, context));
