-- Keys made and dropped in place, while others write; a stored value that is there already, and is not touched.
create table t (id bigint unsigned not null auto_increment primary key, a int null, b varchar(40) null, c timestamp null, d timestamp null, s int as (timestampdiff(second, c, d)) stored);
alter table t add index t_a_index (a), lock=none;
alter table t add unique t_b_unique (b), algorithm=inplace, lock=none;
alter table t rename index t_a_index to t_a2_index, lock=none;
alter table t drop index t_a2_index, lock=none;
create table p (id bigint unsigned not null auto_increment primary key);
alter table t add p_id bigint unsigned null;
alter table t add constraint t_p_id_foreign foreign key (p_id) references p (id);
alter table t drop foreign key t_p_id_foreign, lock=none;
