set session sql_require_primary_key = 0;
set session max_statement_time = 0;
set @@session.information_schema_stats_expiry = 0;
set session cte_max_recursion_depth = 1000;
set session check_constraint_checks = 1;
create table t (id int primary key);
