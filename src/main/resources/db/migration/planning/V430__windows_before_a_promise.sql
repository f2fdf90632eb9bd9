-- When the visit might have begun before a window was promised: undoing the booking brings them back.
alter table planning_hold add column windows_before jsonb;
