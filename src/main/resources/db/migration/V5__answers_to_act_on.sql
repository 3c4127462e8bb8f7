-- Where the loads of a lot stand or stood: a lot that was moved to another base after a part of it
-- had left stands at two.
create table if not exists lot_part (
  schedule varchar(36) ${exact} not null,
  asset varchar(80) ${exact} not null,
  base varchar(40) ${exact} not null,
  loads integer not null,
  primary key (schedule, asset, base),
  foreign key (schedule, asset) references lot (schedule, asset) on delete cascade,
  foreign key (schedule, base) references closure (schedule, base) on delete cascade
);

insert into lot_part (schedule, asset, base, loads)
select l.schedule, l.asset, l.base, l.loads from lot l
where not exists (select 1 from lot_part p where p.schedule = l.schedule and p.asset = l.asset);

-- A plan may be kept that was edited by hand, and a search may begin at another schedule's plan.
alter table schedule add column if not exists origin varchar(20) ${exact} default 'PLANNED' not null;
alter table schedule add column if not exists start_from varchar(36) ${exact} references schedule (id);
