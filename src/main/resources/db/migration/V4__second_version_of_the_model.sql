-- What version 2 of the planning model asks of a mission: trucks and escorts by hub, people who
-- secure a hub, days agreed with the host State, air services and cover.
alter table mission add column if not exists preparation_until date;
alter table mission add column if not exists contracts_end date;
alter table mission add column if not exists convoy_min_vehicles integer;
alter table mission add column if not exists cover_rotary_wing integer;
alter table mission add column if not exists cover_within_minutes integer;

alter table truck_window add column if not exists hub varchar(40) ${exact};
alter table escort_window add column if not exists hub varchar(40) ${exact};

-- Waypoints, too, are places, and share their codes with bases and exits.
alter table place add column if not exists guard integer;
alter table place add column if not exists agreed_from date;
alter table place add column if not exists agreed_to date;
alter table place add column if not exists agreed_document varchar(400) ${exact};

create table if not exists air_service (
  id varchar(80) ${exact} primary key,
  version integer not null,
  list_order integer not null,
  from_base varchar(40) ${exact} not null references place (code),
  to_base varchar(40) ${exact} not null references place (code),
  type varchar(400) ${exact} not null,
  aircraft integer,
  flights_per_week double precision,
  seats integer,
  until_day date,
  extra text
);

create table if not exists air_service_passenger (
  service varchar(80) ${exact} not null references air_service (id) on delete cascade,
  list_order integer not null,
  passenger varchar(80) ${exact} not null,
  primary key (service, list_order)
);

-- How firm the date of a closure is: the range among plans that are nearly as good. Of plans made
-- before, only their own date is known.
alter table closure add column if not exists earliest date;
alter table closure add column if not exists latest date;
update closure set earliest = closed_on, latest = closed_on where earliest is null;
alter table closure alter column earliest set not null;
alter table closure alter column latest set not null;
