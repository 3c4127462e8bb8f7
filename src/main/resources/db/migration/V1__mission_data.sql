-- H2 commits every statement for itself: a start that was killed in the middle is taken up by the next
-- one, so that every statement of a migration can be repeated. ${exact} is what makes PostgreSQL sort
-- texts as H2 does, by their characters and not by the rules of a country.

-- What a mission consists of: a column for each field that is read, extra (JSON) for what is kept
-- and not read. Texts of up to 200 characters have room for 400, and so on: H2 counts characters
-- outside the basic plane twice.

create table if not exists mission (
  id varchar(20) ${exact} primary key,
  version integer not null,
  list_order integer not null,
  -- Rises with every change to any of the mission's data: the version of the dataset as a whole.
  revision bigint not null,
  code varchar(20) ${exact},
  name varchar(400) ${exact},
  host_state varchar(3) ${exact},
  start_date date not null,
  withdrawal_deadline date not null,
  horizon_end date not null,
  convoy_max_vehicles integer,
  convoy_seats_per_vehicle integer,
  convoy_loading_days integer,
  convoy_escorts integer,
  air_lot_size integer,
  air_hours_per_day double precision,
  air_turnaround_hours double precision,
  extra text,
  dataset_sources text
);

create table if not exists season (
  mission varchar(20) ${exact} not null references mission (id) on delete cascade,
  list_order integer not null,
  name varchar(40) ${exact} not null,
  first_day date not null,
  last_day date not null,
  primary key (mission, list_order)
);

create table if not exists truck_window (
  mission varchar(20) ${exact} not null references mission (id) on delete cascade,
  list_order integer not null,
  first_day date not null,
  last_day date not null,
  available integer not null,
  primary key (mission, list_order)
);

create table if not exists escort_window (
  mission varchar(20) ${exact} not null references mission (id) on delete cascade,
  list_order integer not null,
  first_day date not null,
  last_day date not null,
  available integer not null,
  primary key (mission, list_order)
);

-- Bases and exits: their codes are unique among each other, and routes lead from one to another.
create table if not exists place (
  code varchar(40) ${exact} primary key,
  place_kind varchar(20) ${exact} not null,
  version integer not null,
  list_order integer not null,
  name varchar(400) ${exact},
  longitude double precision,
  latitude double precision,
  exit_kind varchar(20) ${exact},
  country varchar(3) ${exact},
  base_kind varchar(20) ${exact},
  sector varchar(20) ${exact},
  region varchar(400) ${exact},
  parent varchar(40) ${exact} references place (code),
  hub varchar(40) ${exact} references place (code),
  exit_code varchar(40) ${exact} references place (code),
  threat_level integer,
  packing_loads_per_day integer,
  rear_party integer,
  receiving_authority varchar(400) ${exact},
  airfield_icao varchar(4) ${exact},
  airfield_runway_m integer,
  airfield_surface varchar(20) ${exact},
  airfield_sorties_per_day integer,
  airfield_fuel boolean,
  storage_loads integer,
  onward_loads_per_day integer,
  charter_seats_per_day integer,
  liquidation boolean,
  max_vehicles integer,
  extra text
);

create table if not exists handover_step (
  base varchar(40) ${exact} not null references place (code) on delete cascade,
  list_order integer not null,
  step varchar(40) ${exact} not null,
  days integer not null,
  primary key (base, list_order)
);

create table if not exists unit (
  id varchar(80) ${exact} primary key,
  version integer not null,
  list_order integer not null,
  name varchar(400) ${exact},
  country varchar(3) ${exact},
  category varchar(40) ${exact} not null,
  role varchar(40) ${exact},
  strength integer not null,
  base varchar(40) ${exact} not null references place (code),
  extra text
);

create index if not exists unit_by_base on unit (base, id);

create table if not exists asset (
  id varchar(80) ${exact} primary key,
  version integer not null,
  list_order integer not null,
  type varchar(400) ${exact},
  category varchar(40) ${exact} not null,
  ownership varchar(40) ${exact} not null,
  contributor varchar(3) ${exact},
  disposition varchar(40) ${exact} not null,
  base varchar(40) ${exact} not null references place (code),
  quantity integer not null,
  loads_per_item double precision,
  self_deploying boolean,
  priority integer,
  value_usd bigint,
  hazardous boolean,
  wing varchar(20) ${exact},
  seats integer,
  payload_kg double precision,
  range_km double precision,
  cruise_speed_kmh double precision,
  min_runway_m integer,
  available_from date,
  available_until date,
  extra text
);

create index if not exists asset_by_base on asset (base, id);
create index if not exists asset_by_category on asset (category, id);
create index if not exists asset_by_type on asset (type, id);

create table if not exists asset_surface (
  asset varchar(80) ${exact} not null references asset (id) on delete cascade,
  list_order integer not null,
  surface varchar(20) ${exact} not null,
  primary key (asset, list_order)
);

create table if not exists route (
  id varchar(80) ${exact} primary key,
  version integer not null,
  list_order integer not null,
  from_place varchar(40) ${exact} not null references place (code),
  to_place varchar(40) ${exact} not null references place (code),
  mode varchar(20) ${exact} not null,
  distance_km double precision not null,
  convoys_per_day integer,
  threat_level integer,
  extra text
);

create table if not exists route_pace (
  route varchar(80) ${exact} not null references route (id) on delete cascade,
  season varchar(40) ${exact} not null,
  km_per_day double precision not null,
  primary key (route, season)
);

create table if not exists restriction (
  id varchar(80) ${exact} primary key,
  version integer not null,
  list_order integer not null,
  kind varchar(40) ${exact},
  factor double precision,
  first_day date not null,
  last_day date not null,
  reason varchar(4000) ${exact},
  extra text
);

create table if not exists restriction_route (
  restriction varchar(80) ${exact} not null references restriction (id) on delete cascade,
  list_order integer not null,
  route varchar(80) ${exact} not null references route (id),
  primary key (restriction, list_order)
);

create table if not exists restriction_base (
  restriction varchar(80) ${exact} not null references restriction (id) on delete cascade,
  list_order integer not null,
  base varchar(40) ${exact} not null references place (code),
  primary key (restriction, list_order)
);

create table if not exists restriction_mode (
  restriction varchar(80) ${exact} not null references restriction (id) on delete cascade,
  list_order integer not null,
  mode varchar(20) ${exact} not null,
  primary key (restriction, list_order)
);

create table if not exists restriction_flow (
  restriction varchar(80) ${exact} not null references restriction (id) on delete cascade,
  list_order integer not null,
  flow varchar(20) ${exact} not null,
  primary key (restriction, list_order)
);

create table if not exists phase (
  number integer primary key,
  version integer not null,
  list_order integer not null,
  name varchar(400) ${exact},
  first_day date not null,
  last_day date not null,
  extra text
);

create table if not exists phase_base (
  phase integer not null references phase (number) on delete cascade,
  list_order integer not null,
  base varchar(40) ${exact} not null references place (code),
  primary key (phase, list_order)
);
