-- Customers of rows that do not name theirs, as far as matching is sure or a person said so.
-- Grain: one row per records table and row key; what a person said goes first.
select
  table_name,
  row_key,
  max_by(customer_id, struct(status = 'confirmed', customer_id)) as customer_id
from identity_links
where status in ('matched', 'confirmed')
  and table_name <> 'customers'
group by table_name, row_key
