-- MariaDB's DROP CONSTRAINT leaves the foreign key in a copy; DROP FOREIGN KEY does not.
create table p (id int primary key, n int not null, unique (n));
create table c (id int primary key, p_id int, a int, constraint f foreign key (p_id) references p (id));
alter table c add s int as (a + 1) stored, drop foreign key f;
alter table c add constraint f2 foreign key (p_id) references p (id);
-- In place it goes.
alter table c drop constraint f2;
-- Dropped twice, the second time only if it is there.
alter table c add key k (a), add constraint x check (a > 1);
alter table c drop column id, drop column a, drop key k, drop constraint x;
-- from an empty database
-- Display widths change in place; so does a longer text, but not in a foreign key.
create table t (id bigint unsigned primary key, z bigint zerofill, v varchar(20), key (z), key (v));
alter table t add constraint tz foreign key (z) references t (z), add constraint tv foreign key (v) references t (v);
alter table t modify z bigint(21) unsigned null;
alter table t add n tinyint(1), add key (n), add constraint tn foreign key (n) references t (n);
alter table t modify n tinyint(2);
-- from an empty database
-- A parent's NULL is not asked of where the foreign key also deletes.
create table p (id int primary key, n int null, key (n));
create table c (id int primary key, constraint c1 foreign key (id) references p (n) on delete cascade on update cascade);
create table d (id int primary key, constraint d1 foreign key (id) references p (n) on delete no action on update cascade);
-- from an empty database
-- Renamed in place, its keys go: InnoDB looks for another by the new names.
create table p (id int primary key);
create table c (b int, e int, key k1 (b), constraint f foreign key (b) references p (id));
alter table c add key k2 (b);
alter table c rename column b to e2;
alter table c drop key k1;
