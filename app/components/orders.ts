/** How the general list is ordered where the address does not say. */
export const mattersOrder = { sort: 'due_on', descending: false } as const;

/** The overdue list begins with what is late longest. */
export const overdueOrder = { sort: 'days_late', descending: true } as const;
