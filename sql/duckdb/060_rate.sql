-- Share of those due that were done in time; null (shown as —) where nothing was due.
create macro rate(on_time, due) as if(due = 0, null, on_time::double / due);

-- A 件 falls due in a period by its effective due day, whether it was finished early, late or not at all. The period ends
-- at the day asked: what is due later may still be met.
create macro fell_due(status, due_on, period_from, period_to, on_day) as
	status in ('met', 'late', 'overdue') and due_on between period_from and least(period_to, on_day);

-- A row is seen by those whose departments (null: all) include the body that owes the act or its counterparty.
create macro may_see(visible, department, counterparty) as
	visible is null or list_contains(visible, department) or coalesce(list_contains(visible, counterparty), false);

-- A 件 is seen by whoever sees what the code as reported owes, the body that bore the duty or bears it now, or its counterparty.
create macro may_see_matter(visible, owed_by_code, department, held_by, counterparty) as
	may_see(visible, owed_by_code, counterparty) or list_contains(visible, department) or list_contains(visible, held_by);

-- Whose a 件 is in a list or a count: what fell due in a span is the department's that bore the duty on the due day, what
-- stands on the day is the body's that must act.
create macro answerable(department, held_by, in_span) as if(in_span, department, held_by);

-- A breach is seen by those whose departments (null: all) include the body that would have committed it, or its successor.
create macro may_see_breach(visible, department, held_by) as
	visible is null or list_contains(visible, department) or list_contains(visible, held_by);
