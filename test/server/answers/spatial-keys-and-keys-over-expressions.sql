create table t (id bigint unsigned not null auto_increment primary key, p point not null, q point, ts timestamp null default current_timestamp on update current_timestamp, b varchar(20));
alter table t add unique (p);
alter table t add index (q);
alter table t alter column ts set default '2020-01-01';
alter table t rename column b to a_column_whose_name_has_one_character_more_than_there_may_be__65_;
