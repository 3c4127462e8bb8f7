-- What a mission consists of: a column for each field that is read, extra (JSON) for what is kept
-- and not read. Texts of up to 200 characters have room for 400, and so on: H2 counts characters
-- outside the basic plane twice.

create table mission (
  id varchar(20) primary key,
  version integer not null,
  list_order integer not null,
  -- Rises with every change to any of the mission's data: the version of the dataset as a whole.
  revision bigint not null,
  code varchar(20),
  name varchar(400),
  host_state varchar(3),
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

create table season (
  mission varchar(20) not null references mission (id) on delete cascade,
  list_order integer not null,
  name varchar(40) not null,
  first_day date not null,
  last_day date not null,
  primary key (mission, list_order)
);

create table truck_window (
  mission varchar(20) not null references mission (id) on delete cascade,
  list_order integer not null,
  first_day date not null,
  last_day date not null,
  available integer not null,
  primary key (mission, list_order)
);

create table escort_window (
  mission varchar(20) not null references mission (id) on delete cascade,
  list_order integer not null,
  first_day date not null,
  last_day date not null,
  available integer not null,
  primary key (mission, list_order)
);

-- Bases and exits: their codes are unique among each other, and routes lead from one to another.
create table place (
  code varchar(40) primary key,
  place_kind varchar(20) not null,
  version integer not null,
  list_order integer not null,
  name varchar(400),
  longitude double precision,
  latitude double precision,
  exit_kind varchar(20),
  country varchar(3),
  base_kind varchar(20),
  sector varchar(20),
  region varchar(400),
  parent varchar(40) references place (code),
  hub varchar(40) references place (code),
  exit_code varchar(40) references place (code),
  threat_level integer,
  packing_loads_per_day integer,
  rear_party integer,
  receiving_authority varchar(400),
  airfield_icao varchar(4),
  airfield_runway_m integer,
  airfield_surface varchar(20),
  airfield_sorties_per_day integer,
  airfield_fuel boolean,
  storage_loads integer,
  onward_loads_per_day integer,
  charter_seats_per_day integer,
  liquidation boolean,
  max_vehicles integer,
  extra text
);

create table handover_step (
  base varchar(40) not null references place (code) on delete cascade,
  list_order integer not null,
  step varchar(40) not null,
  days integer not null,
  primary key (base, list_order)
);

create table unit (
  id varchar(80) primary key,
  version integer not null,
  list_order integer not null,
  name varchar(400),
  country varchar(3),
  category varchar(40) not null,
  role varchar(40),
  strength integer not null,
  base varchar(40) not null references place (code),
  extra text
);

create index unit_by_base on unit (base, id);

create table asset (
  id varchar(80) primary key,
  version integer not null,
  list_order integer not null,
  type varchar(400),
  category varchar(40) not null,
  ownership varchar(40) not null,
  contributor varchar(3),
  disposition varchar(40) not null,
  base varchar(40) not null references place (code),
  quantity integer not null,
  loads_per_item double precision,
  self_deploying boolean,
  priority integer,
  value_usd bigint,
  hazardous boolean,
  wing varchar(20),
  seats integer,
  payload_kg double precision,
  range_km double precision,
  cruise_speed_kmh double precision,
  min_runway_m integer,
  available_from date,
  available_until date,
  extra text
);

create index asset_by_base on asset (base, id);
create index asset_by_category on asset (category, id);
create index asset_by_type on asset (type, id);

create table asset_surface (
  asset varchar(80) not null references asset (id) on delete cascade,
  list_order integer not null,
  surface varchar(20) not null,
  primary key (asset, list_order)
);

create table route (
  id varchar(80) primary key,
  version integer not null,
  list_order integer not null,
  from_place varchar(40) not null references place (code),
  to_place varchar(40) not null references place (code),
  mode varchar(20) not null,
  distance_km double precision not null,
  convoys_per_day integer,
  threat_level integer,
  extra text
);

create table route_pace (
  route varchar(80) not null references route (id) on delete cascade,
  season varchar(40) not null,
  km_per_day double precision not null,
  primary key (route, season)
);

create table restriction (
  id varchar(80) primary key,
  version integer not null,
  list_order integer not null,
  kind varchar(40),
  factor double precision,
  first_day date not null,
  last_day date not null,
  reason varchar(4000),
  extra text
);

create table restriction_route (
  restriction varchar(80) not null references restriction (id) on delete cascade,
  list_order integer not null,
  route varchar(80) not null references route (id),
  primary key (restriction, list_order)
);

create table restriction_base (
  restriction varchar(80) not null references restriction (id) on delete cascade,
  list_order integer not null,
  base varchar(40) not null references place (code),
  primary key (restriction, list_order)
);

create table restriction_mode (
  restriction varchar(80) not null references restriction (id) on delete cascade,
  list_order integer not null,
  mode varchar(20) not null,
  primary key (restriction, list_order)
);

create table restriction_flow (
  restriction varchar(80) not null references restriction (id) on delete cascade,
  list_order integer not null,
  flow varchar(20) not null,
  primary key (restriction, list_order)
);

create table phase (
  number integer primary key,
  version integer not null,
  list_order integer not null,
  name varchar(400),
  first_day date not null,
  last_day date not null,
  extra text
);

create table phase_base (
  phase integer not null references phase (number) on delete cascade,
  list_order integer not null,
  base varchar(40) not null references place (code),
  primary key (phase, list_order)
);
