-- One row per question: the last event among those up to known that had been received by the end of the day asked about;
-- seq 0 where there was none. Asked with the last day there is, when the event at `known` itself was received.
-- params: as_of, known, visible
select coalesce(max(seq), 0)::int as seq, epoch_ms(arg_max(received_at, seq))::double as received_at
from event
where seq <= $known::int and received_at < end_of($as_of::date) and $visible::varchar[] is distinct from []
