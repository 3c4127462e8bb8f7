-- A dataset as it was when schedules were made from it, kept once for all of them.
create table dataset_copy (
  id varchar(64) primary key,
  body text not null
);

create table schedule (
  id varchar(36) primary key,
  version integer not null,
  name varchar(400) not null,
  state varchar(20) not null,
  active boolean not null,
  created_at timestamp(6) with time zone not null,
  created_by varchar(400) not null,
  dataset varchar(64) not null references dataset_copy (id),
  -- What was asked for, and what came out: JSON.
  request text not null,
  result text not null
);

create index schedule_by_creation on schedule (created_at, id);

-- The lists of a finished schedule, each a JSON array.
create table schedule_part (
  id varchar(80) primary key,
  schedule varchar(36) not null references schedule (id),
  body text not null
);

-- The job behind a schedule: who works on it until when, and the best plan so far.
create table planning_run (
  id varchar(36) primary key references schedule (id),
  status varchar(20) not null,
  created_at timestamp(6) with time zone not null,
  lease_owner varchar(36),
  lease_until timestamp(6) with time zone,
  attempt integer not null,
  stop_requested boolean not null,
  best_plan text
);

create index planning_run_by_status on planning_run (status, created_at, id);
