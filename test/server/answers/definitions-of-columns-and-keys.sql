-- from an empty database
create table t (a int not null default null);
-- from an empty database
create table t (a int primary key default null);
-- from an empty database
create table t (a int null primary key);
-- from an empty database
create table t (a int null, primary key(a));
-- from an empty database
create table t (a text default 'x');
-- from an empty database
create table t (a json default '{}');
-- from an empty database
create table t (a blob default 'x' );
-- from an empty database
create table t (a int default 'x');
-- from an empty database
create table t (a int default '1.5');
-- from an empty database
create table t (a int default 1.5, b decimal(8,2) default 1.5, c float default '1.50', d int default '007', e varchar(3) default 5);
-- from an empty database
create table t (a varchar(3) default 'abcd');
-- from an empty database
create table t (a datetime default '2020-13-01');
-- from an empty database
create table t (a datetime default '2020-1-1', b date default '2020-01-01', c time default '1:2:3', d year default '2020', e timestamp default '2020-01-01 00:00:00', f bit(4) default b'101', g enum('a','B') default 'b', h set('x','y') default 'y,x', i tinyint(1) default true);
-- from an empty database
create table t (a datetime default '0000-00-00 00:00:00');
-- from an empty database
create table t (a enum('a','b') default 'c');
-- from an empty database
create table t (a enum('a','A'));
-- from an empty database
create table t (a set('a','a '));
-- from an empty database
create table t (a varchar(20000));
-- from an empty database
create table t (a varchar(70000));
-- from an empty database
create table t (a char(300));
-- from an empty database
create table t (a decimal(70,2));
-- from an empty database
create table t (a decimal(5,10));
-- from an empty database
create table t (a datetime(7));
-- from an empty database
create table t (a bit(70));
-- from an empty database
-- from an empty database
create table t (a int auto_increment);
-- from an empty database
create table t (a int auto_increment primary key, b int auto_increment unique);
-- from an empty database
create table t (a varchar(10) auto_increment primary key);
-- from an empty database
create table t (a int auto_increment default 3 primary key);
-- from an empty database
create table t (a int, a int);
-- from an empty database
-- from an empty database
create table t ();
-- from an empty database
create table t (a varchar(10) character set nope);
-- from an empty database
create table t (a varchar(10) collate nope);
-- from an empty database
create table t (a varchar(10) character set latin1 collate utf8mb4_bin);
-- from an empty database
create table t (a int) charset=nope;
-- from an empty database
create table t (a int) engine=nope;
-- from an empty database
create table t (a int primary key, b int, primary key(b));
-- from an empty database
create table t (a int primary key, b int primary key);
-- from an empty database
create table t (a int on update current_timestamp);
-- from an empty database
create table t (a datetime default current_timestamp on update current_timestamp(3));
-- from an empty database
create table t (a date default current_timestamp);
-- from an empty database
create table t (a int generated always as (b+1) virtual);
-- from an empty database
-- from an empty database
create table t (a text, key(a));
-- from an empty database
create table t (a text, unique(a));
-- from an empty database
create table t (a text, primary key(a));
-- from an empty database
create table t (a text, b varchar(1000), key(a(10)), key(b), key(b(767)), key(b(1000)));
-- from an empty database
create table t (b varchar(1000), unique(b));
-- from an empty database
create table t (b varchar(1000), primary key(b));
-- from an empty database
create table t (a varchar(700), b varchar(700), key(a,b));
-- from an empty database
create table t (a varchar(700), b varchar(700), unique(a,b));
-- from an empty database
create table t (b varchar(10), key(b(20)));
-- from an empty database
create table t (b int, key(b(2)));
-- from an empty database
create table t (b json, key(b));
-- from an empty database
create table t (b json, unique(b));
-- from an empty database
create table t (b point, key(b));
-- from an empty database
create table t (b point, spatial key(b));
-- from an empty database
create table t (b int, spatial key(b));
-- from an empty database
create table t (b int, fulltext key(b));
-- from an empty database
create table t (b int, key(b,b));
-- from an empty database
create table t (b int, key aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaa (b));
-- from an empty database
create table t (aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaa int);
-- from an empty database
create table aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaa (a int);
-- from an empty database
create table t (a int, constraint aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaa foreign key (a) references t(a));
-- from an empty database
create table t (a int, key `PRIMARY` (a));
-- from an empty database
create table t (`a ` int);
-- from an empty database
-- from an empty database
create table t (a int, key `` (a));
-- from an empty database
create table t (a int, key ((a+1)));
-- from an empty database
create table t (a vector(3));
-- from an empty database
create table t (a uuid);
-- from an empty database
create table t (a int, check (b>1));
-- from an empty database
create table t (a int check (a > 1), constraint x check (a<5), check (a<>3));
alter table t drop column a;
alter table t add b int, drop column a;
alter table t rename column a to b;
-- from an empty database
create table t2 (a int, constraint x check (a<5));
