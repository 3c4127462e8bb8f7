create table answer_buckets (
  number integer primary key
);
insert into answer_buckets (number)
  with recursive n (number) as (select 0 union all select number + 1 from n where number < 63)
  select number from n;

create table kept_answers (
  id varchar(32) primary key,
  bucket integer not null references answer_buckets (number),
  request varchar(32) not null,
  status integer not null,
  location varchar(2000),
  tag varchar(100),
  body text not null,
  kept_at timestamp(6) with time zone not null
);
create index kept_answers_by_age on kept_answers (bucket, kept_at);
