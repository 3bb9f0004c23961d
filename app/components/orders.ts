/** The general list begins with the newest where the address does not say. */
export const mattersOrder = { sort: 'started_on', descending: true } as const;

/** The overdue list begins with what is late longest. */
export const overdueOrder = { sort: 'days_late', descending: true } as const;
