-- Durable jobs, as db-scheduler has them (its table scheduled_tasks under another name).
create table if not exists job (
  task_name varchar(100) ${exact} not null,
  task_instance varchar(100) ${exact} not null,
  task_data bytea,
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(50) ${exact},
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index if not exists job_by_execution_time on job (execution_time);
create index if not exists job_by_last_heartbeat on job (last_heartbeat);

-- The same for jobs that take long, so that those that are over soon need not wait behind them.
create table if not exists long_job (
  task_name varchar(100) ${exact} not null,
  task_instance varchar(100) ${exact} not null,
  task_data bytea,
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(50) ${exact},
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index if not exists long_job_by_execution_time on long_job (execution_time);
create index if not exists long_job_by_last_heartbeat on long_job (last_heartbeat);

-- Repetitions of a request wait for one another on the row of their bucket.
create table if not exists answer_bucket (
  number integer primary key
);
insert into answer_bucket (number)
  with recursive n (number) as (select 0 union all select number + 1 from n where number < 63)
  select number from n where not exists (select 1 from answer_bucket b where b.number = n.number);

create table if not exists kept_answer (
  id varchar(32) ${exact} primary key,
  bucket integer not null references answer_bucket (number),
  request varchar(32) ${exact} not null,
  status integer not null,
  location varchar(2000) ${exact},
  tag varchar(100) ${exact},
  language varchar(10) ${exact},
  body bytea not null,
  kept_at timestamp(6) with time zone not null
);
create index if not exists kept_answer_by_age on kept_answer (kept_at);

-- What readiness writes, to see that it can.
create table if not exists pulse (
  id integer primary key,
  beat_at timestamp(6) with time zone
);
insert into pulse (id) select 1 where not exists (select 1 from pulse);
