-- What never changes once computed is kept as bytes, with a version of its format beside it.

-- A dataset as it was when schedules were made from it, kept once for all of them.
create table if not exists dataset_copy (
  id varchar(64) ${exact} primary key,
  format integer not null,
  document bytea not null
);

create table if not exists schedule (
  id varchar(36) ${exact} primary key,
  version integer not null,
  name varchar(400) ${exact} not null,
  state varchar(20) ${exact} not null,
  active boolean not null,
  created_at timestamp(6) with time zone not null,
  created_by varchar(400) ${exact} not null,
  dataset varchar(64) ${exact} not null references dataset_copy (id),
  based_on varchar(36) ${exact} references schedule (id),
  as_of date,
  frozen_days integer,
  -- The queue that its run waits in, and its place there.
  queue varchar(10) ${exact},
  due timestamp(6) with time zone,
  seconds double precision not null,
  iterations bigint not null,
  objective bigint,
  bound bigint,
  completion date,
  format integer not null,
  request bytea not null,
  result bytea not null
);

create index if not exists schedule_by_creation on schedule (created_at, id);
create index if not exists schedule_by_state on schedule (state, created_by);

create table if not exists pin (
  schedule varchar(36) ${exact} not null references schedule (id) on delete cascade,
  list_order integer not null,
  movement varchar(400) ${exact} not null,
  primary key (schedule, list_order)
);

-- The bases of a schedule, each with the day on which it closes.
create table if not exists closure (
  schedule varchar(36) ${exact} not null references schedule (id) on delete cascade,
  base varchar(40) ${exact} not null,
  list_order integer not null,
  sector varchar(20) ${exact},
  closed_on date not null,
  phase integer,
  days_late integer not null,
  primary key (schedule, base)
);

create table if not exists stage (
  schedule varchar(36) ${exact} not null,
  list_order integer not null,
  base varchar(40) ${exact} not null,
  stage varchar(20) ${exact} not null,
  first_day date not null,
  last_day date,
  phase integer,
  sector varchar(20) ${exact},
  primary key (schedule, list_order),
  foreign key (schedule, base) references closure (schedule, base) on delete cascade
);

-- The lots that a schedule has to move, as they were in its dataset.
create table if not exists lot (
  schedule varchar(36) ${exact} not null,
  asset varchar(80) ${exact} not null,
  base varchar(40) ${exact} not null,
  category varchar(40) ${exact} not null,
  ownership varchar(40) ${exact} not null,
  contributor varchar(3) ${exact},
  quantity integer not null,
  loads integer not null,
  value_usd bigint,
  primary key (schedule, asset),
  foreign key (schedule, base) references closure (schedule, base) on delete cascade
);

create table if not exists movement (
  schedule varchar(36) ${exact} not null,
  movement varchar(80) ${exact} not null,
  list_order integer not null,
  kind varchar(20) ${exact} not null,
  mode varchar(20) ${exact} not null,
  base varchar(40) ${exact} not null,
  destination varchar(40) ${exact} not null,
  dispatched date not null,
  departs date not null,
  arrives date not null,
  trucks integer not null,
  self_deploying integer not null,
  escorts integer not null,
  loads integer not null,
  people integer not null,
  aircraft_type varchar(400) ${exact},
  aircraft_count integer,
  aircraft_sorties integer,
  primary key (schedule, movement),
  foreign key (schedule, base) references closure (schedule, base) on delete cascade,
  foreign key (schedule, destination) references closure (schedule, base) on delete cascade
);

create table if not exists movement_leg (
  schedule varchar(36) ${exact} not null,
  movement varchar(80) ${exact} not null,
  list_order integer not null,
  route varchar(80) ${exact} not null,
  primary key (schedule, movement, list_order),
  foreign key (schedule, movement) references movement (schedule, movement) on delete cascade
);

create table if not exists movement_cargo (
  schedule varchar(36) ${exact} not null,
  movement varchar(80) ${exact} not null,
  list_order integer not null,
  asset varchar(80) ${exact} not null,
  quantity integer not null,
  loads integer not null,
  primary key (schedule, movement, list_order),
  foreign key (schedule, movement) references movement (schedule, movement) on delete cascade,
  foreign key (schedule, asset) references lot (schedule, asset) on delete cascade
);

create table if not exists movement_rider (
  schedule varchar(36) ${exact} not null,
  movement varchar(80) ${exact} not null,
  list_order integer not null,
  unit varchar(80) ${exact} not null,
  people integer not null,
  primary key (schedule, movement, list_order),
  foreign key (schedule, movement) references movement (schedule, movement) on delete cascade
);

-- Which loads carriers take from a hub on a day.
create table if not exists shipment (
  schedule varchar(36) ${exact} not null,
  list_order integer not null,
  hub varchar(40) ${exact} not null,
  shipped_on date not null,
  asset varchar(80) ${exact} not null,
  loads integer not null,
  primary key (schedule, list_order),
  foreign key (schedule, hub) references closure (schedule, base) on delete cascade,
  foreign key (schedule, asset) references lot (schedule, asset) on delete cascade
);

create table if not exists account (
  schedule varchar(36) ${exact} not null references schedule (id) on delete cascade,
  account_kind varchar(20) ${exact} not null,
  format integer not null,
  content bytea not null,
  primary key (schedule, account_kind)
);

-- The run behind a schedule: how often it was taken up, and the best plan so far.
create table if not exists planning_run (
  schedule varchar(36) ${exact} primary key references schedule (id) on delete cascade,
  attempt integer not null,
  lost integer not null,
  given_back boolean not null,
  stop_requested boolean not null,
  format integer not null,
  best_plan bytea
);
