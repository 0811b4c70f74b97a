create table t (a json, b longtext) charset utf8mb4 collate utf8mb4_bin;
create table t2 (a longtext check (json_valid(a)), b json) charset utf8mb4 collate utf8mb4_bin;
alter table t2 add c longtext check (json_valid(c)), add d longtext collate utf8mb4_unicode_ci check (json_valid(d));
alter table t2 convert to charset utf8mb4 collate utf8mb4_unicode_ci;
alter table t2 modify b json;
alter table t2 modify b text;
