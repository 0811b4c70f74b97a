create table t (id int auto_increment default null primary key);
create table t2 (id int not null auto_increment default null primary key);
create table t3 (id bigint primary key, a varchar(20), b int, key (a), unique (b), key bb (b, a));
alter table t3 drop column b, add b bigint;
alter table t3 drop column a, add a varchar(10);
alter table t3 drop column a, add a varchar(300);
alter table t3 drop column id, add id int first;
alter table t3 drop column b, add b varchar(20);
alter table t3 drop column id, add id bigint auto_increment;
