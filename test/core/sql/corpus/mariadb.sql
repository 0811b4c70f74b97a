create table only_ma (id uuid primary key default uuid(), i6 inet6, i4 inet4, a int, tx text default 'abc', longu varchar(2000), unique key lu (longu), inv int invisible, j json default '{}', ck int check (ck > 5), key ig (a) ignored, d date default curdate(), z int default (5+1), pers int as (a+1) persistent, comp text compressed);
create table sysv (id int primary key) with system versioning;
create sequence sq;
create table sqd (id int default nextval(sq));
