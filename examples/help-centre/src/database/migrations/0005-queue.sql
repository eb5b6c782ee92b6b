-- By when the desk is to look at a ticket: what is due on it, or the end of the time that its priority may wait.
alter table tickets add column serve_by timestamptz;
update tickets set serve_by = due_at;
create index tickets_by_turn on tickets (state, serve_by);
drop index tickets_by_due_time;
