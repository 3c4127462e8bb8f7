-- What becomes of a schedule after it is READY.
alter table schedule add column if not exists author varchar(400) ${exact};
alter table schedule add column if not exists submitted_by varchar(400) ${exact};
alter table schedule add column if not exists submitted_at timestamp(6) with time zone;
alter table schedule add column if not exists decided_by varchar(400) ${exact};
alter table schedule add column if not exists decided_at timestamp(6) with time zone;
alter table schedule add column if not exists decision_text varchar(2000) ${exact};
alter table schedule add column if not exists in_force_from timestamp(6) with time zone;
alter table schedule add column if not exists in_force_until timestamp(6) with time zone;
-- The host State's consent, and how far the record went when it was planned.
alter table schedule add column if not exists agreement bytea;
alter table schedule add column if not exists record_sequence bigint;
update schedule set state = 'ACTIVE', in_force_from = created_at where active = true and state = 'READY';

-- A mission's record: who writes to it locks its row first.
create table if not exists record_head (
  mission varchar(80) ${exact} primary key,
  sequence bigint not null,
  as_of date
);

-- What was reported, only ever added to.
create table if not exists record_entry (
  mission varchar(80) ${exact} not null references record_head (mission),
  sequence bigint not null,
  kind varchar(20) ${exact} not null,
  happened_at timestamp(6) with time zone not null,
  mission_day date not null,
  recorded_at timestamp(6) with time zone not null,
  actor varchar(400) ${exact} not null,
  base varchar(40) ${exact},
  movement varchar(400) ${exact},
  name varchar(80) ${exact},
  corrects bigint,
  corrected_by bigint,
  format integer not null,
  body bytea not null,
  intended bytea,
  primary key (mission, sequence),
  foreign key (mission, corrects) references record_entry (mission, sequence),
  foreign key (mission, corrected_by) references record_entry (mission, sequence)
);

create index if not exists record_entry_by_kind on record_entry (mission, kind, sequence);
create index if not exists record_entry_by_movement on record_entry (mission, movement, sequence);
create index if not exists record_entry_by_base on record_entry (mission, base, kind, sequence);
create index if not exists record_entry_by_name on record_entry (mission, name);

-- The rest follows from the entries and from the data of the schedule in force; it is written with
-- them, so that one query answers what would take a program.

-- What there was on the first day.
create table if not exists record_opening (
  mission varchar(80) ${exact} not null references record_head (mission),
  item varchar(80) ${exact} not null,
  item_kind varchar(20) ${exact} not null,
  contributor varchar(3) ${exact},
  base varchar(40) ${exact} not null,
  start_date date not null,
  amount integer not null,
  primary key (mission, item)
);

-- People of a unit, or loads of an asset, that went from one account to another.
create table if not exists record_posting (
  mission varchar(80) ${exact} not null,
  sequence bigint not null,
  list_order integer not null,
  mission_day date not null,
  item varchar(80) ${exact} not null,
  item_kind varchar(20) ${exact} not null,
  contributor varchar(3) ${exact},
  amount integer not null,
  from_account varchar(20) ${exact} not null,
  from_code varchar(400) ${exact} not null,
  to_account varchar(20) ${exact} not null,
  to_code varchar(400) ${exact} not null,
  primary key (mission, sequence, list_order),
  foreign key (mission, sequence) references record_entry (mission, sequence)
);

create index if not exists record_posting_by_day on record_posting (mission, mission_day);

-- A movement as the reports have it.
create table if not exists record_movement (
  mission varchar(80) ${exact} not null references record_head (mission),
  movement varchar(400) ${exact} not null,
  schedule varchar(36) ${exact},
  kind varchar(20) ${exact} not null,
  mode varchar(10) ${exact} not null,
  base varchar(40) ${exact} not null,
  destination varchar(40) ${exact} not null,
  state varchar(20) ${exact} not null,
  dispatched date,
  departed date,
  arrived date,
  people integer not null,
  loads integer not null,
  vehicles integer,
  primary key (mission, movement)
);

-- What was lost of an asset, and whose it was.
create table if not exists record_loss (
  mission varchar(80) ${exact} not null,
  sequence bigint not null,
  list_order integer not null,
  mission_day date not null,
  base varchar(40) ${exact},
  movement varchar(400) ${exact},
  asset varchar(80) ${exact} not null,
  category varchar(40) ${exact} not null,
  ownership varchar(40) ${exact} not null,
  contributor varchar(3) ${exact},
  quantity integer not null,
  loads integer not null,
  value_usd bigint not null,
  fate varchar(20) ${exact} not null,
  cause varchar(30) ${exact} not null,
  event varchar(200) ${exact},
  primary key (mission, sequence, list_order),
  foreign key (mission, sequence) references record_entry (mission, sequence)
);

-- For reporting tools: a movement is on the road from departed_on up to, not including, arrived_on.
create or replace view v_movements as
select mission, movement, schedule, kind, mode, base, destination, state,
  dispatched as dispatched_on, departed as departed_on, arrived as arrived_on, people, loads, vehicles
from record_movement;

-- People and loads of each base in the evening of each day on which they changed; they stay so until the next.
create or replace view v_strength_by_day as
select mission, base, mission_day,
  sum(people) over (partition by mission, base order by mission_day) as people,
  sum(national) over (partition by mission, base order by mission_day) as national_staff,
  sum(loads) over (partition by mission, base order by mission_day) as loads
from (
  select mission, base, mission_day,
    sum(case when item_kind in ('UNIFORMED', 'INTERNATIONAL') then amount else 0 end) as people,
    sum(case when item_kind = 'NATIONAL' then amount else 0 end) as national,
    sum(case when item_kind = 'LOADS' then amount else 0 end) as loads
  from (
    select mission, base, start_date as mission_day, item_kind, amount from record_opening
    union all
    select mission, to_code, mission_day, item_kind, amount from record_posting where to_account in ('BASE', 'YARD')
    union all
    select mission, from_code, mission_day, item_kind, -amount from record_posting where from_account in ('BASE', 'YARD')
  ) change
  group by mission, base, mission_day
) by_day;

-- Who changed what, when, from what to what. Each row is bound to the one before it by its digest.
create table if not exists audit_head (
  id varchar(10) ${exact} primary key,
  sequence bigint not null,
  digest varchar(64) ${exact} not null
);

insert into audit_head (id, sequence, digest)
select 'current', 0, '' from (values (1)) one (n)
where not exists (select 1 from audit_head);

create table if not exists audit_entry (
  sequence bigint primary key,
  at timestamp(6) with time zone not null,
  actor varchar(400) ${exact} not null,
  method varchar(10) ${exact} not null,
  path varchar(2000) ${exact} not null,
  entity varchar(40) ${exact} not null,
  entity_id varchar(400) ${exact} not null,
  action varchar(10) ${exact} not null,
  before_text text ${exact},
  after_text text ${exact},
  digest varchar(64) ${exact} not null
);

create index if not exists audit_entry_by_entity on audit_entry (entity, entity_id, sequence);
create index if not exists audit_entry_by_actor on audit_entry (actor, sequence);
