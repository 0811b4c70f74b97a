-- A bit's default is the bytes of a text; a time takes that of a moment.
create table t (id int primary key, b bit(64), f bit(8), t time default '10:00:00');
alter table t alter b set default '7';
alter table t alter column f set default ('y');
alter table t alter t set default '0000-00-00 00:00:00';
create table m (t time default '2020-01-01 10:00:00');
-- from an empty database
-- A MariaDB column that is never NULL and updates itself gets the zero date again.
create table t (id int primary key, a timestamp not null on update current_timestamp default '2020-01-01 00:00:00');
alter table t alter a drop default;
-- from an empty database
-- A NULL default and a primary key.
create table t (c bigint, d int, e enum('a','b') character set ascii, key (e(1)));
alter table t alter c set default null, add unique (d);
create table e (e enum('x','b') character set binary, s set('x') charset binary);
alter table e add x int;
-- from an empty database
-- Keys that MariaDB hashes, dropped as a constraint.
create table a (g int, unique k (g) using hash);
alter table a drop constraint k;
create table b (g int, x int, key k (g) using hash);
alter table b add y int;
alter table b add foreign key (g) references b (g);
-- from an empty database
-- The row format asks anew of keys that are there, and more of the engines.
create table t (id varchar(255) null, unique key k3 (id));
alter table t row_format=compact;
create table i (a int, b int, index k (a)) engine=MyISAM;
alter table i add index d (b desc);
create table f (id int, v varchar(63), fulltext (v));
alter table f modify v char(0) not null;
-- from an empty database
-- Partitions of RANGE go up.
create table r (id int primary key) partition by range (id) (partition p0 values less than (10), partition p1 values less than (20));
alter table r add partition (partition p2 values less than (15));
alter table r add partition (partition p2 values less than (20));
alter table r add partition (partition p2 values less than maxvalue);
alter table r add partition (partition p3 values less than (50));
create table k (c char(36) primary key, d char(36) not null) partition by key (c) partitions 2;
alter table k add index (d, c(10));
-- from an empty database
-- Which of two mistakes is named.
create table v (id int primary key);
create view w as select id from v;
create or replace table w (id int);
create table t (a int, b int, c int, unique u (a, b, c));
alter table t drop a, drop c;
rename table missing to other, missing to a_table_whose_name_has_one_character_more_than_there_may_be_at_65;
alter table t alter index nokey ignored, rename key nokey2 to k;
alter table t drop key nokey, add unique `primary` (a);
-- from an empty database
-- Texts of several character sets in one.
create table t (a varchar(10), b varchar(10) character set latin1, c varchar(10) character set utf8mb3, n int, g1 varchar(50) as (concat(a, 'x', b)), g2 varchar(50) as (concat(b, 'x', c)), g3 varchar(50) as (concat(b, 'x', n)), g4 varchar(99) as (concat(a, b, c, 'x')), g5 varchar(90) as (upper(concat(a, c))));
alter table t modify c varchar(11);
create table s (a varchar(10), b varchar(10) character set latin1, k int as (concat(a, b)) stored, l char(36), m int as (if(l is null, l, null)) stored);
create table u (l char(36), m int as (if(l is null, l, null)) stored);
-- from an empty database
-- Two mistakes once more, on one server or the other.
create table k (id int primary key, primary key (id) invisible);
create table k (a int, b int, check (a < b));
alter table k rename to l, change a c tinyint null;
alter table k add check (b > 0), drop index `primary`;
drop index `primary` on k;
alter table k add column d int check (nocol > 0), rename to l;
-- from an empty database
-- A text that a BIGINT is compared with; HEX in a moment.
create table c (e varchar(20), check (e > '12'), check (e in ('6', '5')), check (e <> '5' or e < '7'), g int as (if(e in ('6', '7'), 1, 2)));
alter table c drop column g, modify e bigint;
create table h (c varchar(40), h datetime as (hex(c)) stored, f float(7,2), d datetime(2) as (f) stored);
-- from an empty database
-- A number that a time is compared with is a clock's.
create table a (t time, check (t <> 1.5), check (t > 130));
create table b (t time, check (t <> 99));
create table c (t time, check (t <> 99.5));
-- from an empty database
-- ENUMs and wider characters are no other rows to MySQL.
create table p (id int primary key, e enum('a','b') character set latin1, s varchar(191) character set utf8mb3, unique (e), unique (s)) default character set utf8mb3;
alter table p add x enum('a','b') character set latin1, add constraint f foreign key (x) references p (e);
alter table p convert to character set utf8mb4 collate utf8mb4_bin;
