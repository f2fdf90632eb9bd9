-- An accepted replanning stands among the changes too: undone, those are told again who were told of it.
-- Null for what was changed by hand.
alter table planning_hand_change add column told uuid[];
