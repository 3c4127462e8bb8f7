-- Durable jobs, as db-scheduler has them (its table scheduled_tasks under another name).
create table job (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index job_by_execution_time on job (execution_time);
create index job_by_last_heartbeat on job (last_heartbeat);

-- Repetitions of a request wait for one another on the row of their bucket.
create table answer_bucket (
  number integer primary key
);
insert into answer_bucket (number)
  with recursive n (number) as (select 0 union all select number + 1 from n where number < 63)
  select number from n;

create table kept_answer (
  id varchar(32) primary key,
  bucket integer not null references answer_bucket (number),
  request varchar(32) not null,
  status integer not null,
  location varchar(2000),
  tag varchar(100),
  language varchar(10),
  body text not null,
  kept_at timestamp(6) with time zone not null
);
create index kept_answer_by_age on kept_answer (bucket, kept_at);
