set sql_mode='';
create table parents (id bigint unsigned not null auto_increment primary key, code char(3) not null, name varchar(191) character set latin1 null default 'it''s \\ a "q"', unique key code (code)) comment='multi
line ''quoted'' \\ comment' charset=utf8mb4 collate=utf8mb4_unicode_ci;
create table children (
 id int not null auto_increment, parent_id bigint unsigned null, p2 bigint unsigned not null, code char(3),
 tiny tinyint(1) not null default 1, utiny tinyint unsigned not null default '0', zf int(6) unsigned zerofill, y year, flag bit(4) default b'101', one bit,
 price decimal(8,2) not null default 1.5, price2 decimal(10) default '0', f float default 1.0, f2 float(7,3), dbl double default '0.5', big bigint default -9223372036854775808,
 s varchar(20) not null default 'NULL', s2 varchar(20) default null, s3 varchar(20) not null default '', s4 varchar(50) default 'é €  ''x'' \n',
 e enum('a','b''c','d,e','é') not null default 'b''c', st set('x','y') default 'x,y',
 dt datetime(6) default current_timestamp(6) on update current_timestamp(6), ts timestamp null default current_timestamp, ts2 timestamp not null default current_timestamp on update current_timestamp, d date default '2020-01-01', t time(3), dt2 datetime default '2020-01-01 00:00:00',
 tx text, lt longtext, mt mediumtext collate utf8mb4_bin, bl blob, b4 binary(4) default 'ab', vb varbinary(10) default 'a\0b', js json, lm longtext collate utf8mb4_bin,
 def varchar(36) default (uuid()), def2 int default (1 + 2 * 3), def3 int default (5),
 g varchar(100) generated always as (concat(s, '-', s3, 'é')) virtual, g2 int generated always as (id2 % 3 + 2 * (id2 - 1)) stored, id2 int not null default 3,
 g3 varchar(50) as (json_unquote(json_extract(js, '$.a'))) , gp point,
 `we``ird name` int, `select` int comment 'it''s "c" \\ é', 
 primary key (id), key idx_s (s(5)), key `ab` (s, s3), unique key uq (s2, code), key dsc (id2 desc, y), fulltext key ft (tx, lt), key blobpre (bl(20)), key full_len (code(3)),
 constraint fk_parent foreign key (parent_id) references parents (id) on delete set null on update cascade,
 constraint fk_code foreign key (code) references parents (code) on delete no action,
 foreign key (p2) references parents (id) on delete restrict,
 constraint chk_price check (price > 0 and s in ('a','b') or not (price2 between 1 and 2)), check (id2 <> 0)
) auto_increment=55 row_format=dynamic;
create table selfref (id int primary key, pid int, constraint sr foreign key (pid) references selfref (id) on delete cascade) engine=innodb;
create table parted (id int not null, at date not null, primary key (id, at)) partition by range (year(at)) (partition p0 values less than (2000), partition p1 values less than (2010), partition pm values less than maxvalue);
create table parted2 (id int not null primary key) partition by hash (id) partitions 4;
create table parted3 (id int not null, b varchar(20) not null, primary key (id, b)) partition by list columns (b) (partition pa values in ('a','b'), partition pb values in ('c'));
create table parted4 (id int not null primary key) partition by key (id) partitions 3;
create table parted5 (id int not null, at date not null, primary key (id, at)) partition by range columns (at) (partition p0 values less than ('2020-01-01'), partition pm values less than (maxvalue));
create table sp (id int primary key, g geometry not null, p point not null, spatial key gk (g));
create table latin (id int, a varchar(10), b text, c char(10) character set utf8mb4 collate utf8mb4_bin) charset=latin1;
create table compr (id int primary key, a varchar(10)) row_format=compressed key_block_size=8;
create table nopk (a int, b varchar(300), key (a), key (a, b));
create table mi (id int) engine=myisam;
create table hashidx (id int, key using hash (id));
create table `we``ird table` (`a``b` int primary key);
create table migrations (id int unsigned not null auto_increment primary key, migration varchar(255) not null, batch int not null);
insert into migrations (migration, batch) values ('2020_01_01_000000_a', 1), ('2020_01_02_000000_b''c', 2);
insert into nopk values (1, 'x'), (2, 'it''s; -- /* \\');
create view vw as select id, code as c, concat(code, 'x') as cx from parents where id > 3 and (code = 'a' or name is null);
create view vw0 as select vw.id from vw join children c on c.parent_id = vw.id;
create table odd (id int primary key, e enum('a\\b','c\nd','','tab	x') default '', se set('a','it''s'), c varchar(50) default 'back\\slash \'q\' "d" \t tab', em varchar(20) default 'é' comment 'é ü', neg decimal(5,2) default -1.5, sci double default 1.5e10, ym date default '0000-00-00', tm time default '10:00:00', yr year default 2020, hx varbinary(10) default x'004141', t5 timestamp(3) null on update current_timestamp(3), utf char(3) character set utf8mb3 collate utf8mb3_bin, asc1 varchar(5) character set ascii, fl float(5) default 0.1, bgu bigint unsigned default 18446744073709551615, bo boolean default true, si smallint zerofill default 5, dtz datetime not null default '1970-01-01 00:00:00', txt text not null, chk_s varchar(10) check (chk_s like 'a\_%' or chk_s regexp '^[a-z]+$'), c2 varchar(10) default '''', c3 varchar(10) default '%\_');
create table multi_fk (a int not null, b int not null, c int, primary key (a, b), key kc (c), constraint self2 foreign key (c, b) references multi_fk (a, b) on delete cascade);
create table fk2 (x int, y int, constraint two foreign key (x, y) references multi_fk (a, b) on delete cascade);
create table idxs (a varchar(100), b text, c varchar(100) character set latin1, d int unsigned, unique key u1 (a(10), d), key k1 (b(20), c(5)), key k2 (d desc, a), fulltext key f1 (a), fulltext key f2 (b));
create table gens (a int, b json, c date, v1 int as (if(a > 1, a * 2, coalesce(a, 0))) virtual, v2 varchar(50) as (case when a = 1 then 'x' when a in (2, 3) then 'y' else null end) stored, v3 int as (year(c)) virtual, v4 varchar(64) as (hex(concat(a, '|', b))) stored, v5 decimal(10,2) as (a / 3 - -1) virtual, v6 tinyint(1) as (a is not null and not (a > 5 or a < 1)) virtual, v7 datetime as (c + interval 1 day) virtual, v8 varchar(20) as (upper(left(v2, 2))) virtual, v9 int as (json_length(b)) virtual, v10 varchar(100) as (json_unquote(json_extract(b, '$."a b"'))) virtual, v11 int as (a & 3 | 4 ^ 1) virtual, key kv1 (v1), unique key kv4 (v4));
create view vagg as select p.code, count(*) as n, sum(c.price * 2) as total, max(c.dt) last_at from parents p left join children c on c.parent_id = p.id and c.price > 0 where p.name is not null group by p.code having count(*) > 1 order by n desc, p.code limit 10;
create view vsub as select id, (select count(*) from children where children.parent_id = parents.id) as kids from parents where exists (select 1 from children where parent_id = parents.id) and code not in (select code from children where code is not null);
create view vunion as select id, 'p' as kind from parents union all select id, 'c' from children;
create view vcase as select case when price > 10 then 'high' else 'low' end as level, ifnull(s, 'none') as s, date_format(dt, '%Y-%m') as month, json_unquote(json_extract(js, '$.a')) as ja, if(flag = 1, 'y', 'n') as fl, concat_ws(' ', s, s2) as nm, cast(price as signed) as pint, round(price, 1) r from children;
