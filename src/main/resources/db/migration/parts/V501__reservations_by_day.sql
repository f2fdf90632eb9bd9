-- What a day's visits want, for the board.
create index parts_reservation_needed on parts_reservation (needed_at);
