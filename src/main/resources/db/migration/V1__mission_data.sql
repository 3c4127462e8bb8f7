-- What a mission consists of. Each thing is kept as the document that clients sent (body, JSON);
-- beside it stand only the columns by which lists are filtered and sorted. Texts of up to 200
-- characters have room for 400: H2 counts characters outside the basic plane twice.

create table mission (
  id varchar(20) primary key,
  version integer not null,
  -- Rises with every write to any of the tables below: the version of the dataset as a whole.
  revision bigint not null,
  body text not null,
  -- What the keys in the marks of all documents stand for: a JSON array.
  sources text not null
);

create table base (
  id varchar(40) primary key,
  version integer not null,
  place integer not null,
  name varchar(400) not null,
  kind varchar(20) not null,
  sector varchar(20) not null,
  hub varchar(40),
  parent varchar(40),
  body text not null
);

create table exit_point (
  id varchar(40) primary key,
  version integer not null,
  place integer not null,
  name varchar(400) not null,
  kind varchar(20) not null,
  country varchar(3),
  body text not null
);

create table unit (
  id varchar(80) primary key,
  version integer not null,
  place integer not null,
  base varchar(40) not null,
  country varchar(3),
  category varchar(40) not null,
  strength integer not null,
  body text not null
);

create index unit_by_base on unit (base, id);

create table asset (
  id varchar(80) primary key,
  version integer not null,
  place integer not null,
  base varchar(40) not null,
  type varchar(400) not null,
  category varchar(40) not null,
  ownership varchar(40) not null,
  disposition varchar(40) not null,
  quantity integer not null,
  priority integer not null,
  body text not null
);

create index asset_by_base on asset (base, id);
create index asset_by_category on asset (category, id);
create index asset_by_type on asset (type, id);

create table route (
  id varchar(80) primary key,
  version integer not null,
  place integer not null,
  from_place varchar(40) not null,
  to_place varchar(40) not null,
  mode varchar(20) not null,
  body text not null
);

create table restriction (
  id varchar(80) primary key,
  version integer not null,
  place integer not null,
  kind varchar(40) not null,
  first_day date not null,
  last_day date not null,
  -- Codes between commas, with one before the first and one behind the last.
  bases text not null,
  routes text not null,
  body text not null
);

create table phase (
  id varchar(10) primary key,
  version integer not null,
  place integer not null,
  number integer not null,
  first_day date not null,
  last_day date not null,
  bases text not null,
  body text not null
);
