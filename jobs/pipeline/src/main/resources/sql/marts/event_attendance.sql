-- How many registered for an event, how many came, in which roles, and what did they order afterwards?
-- Grain: one row per event.
-- A person is counted once per event, by e-mail address, else by registration. Where nobody counted who came, attended
-- stays empty: it is not zero. Members of a Postal Customer Council are found by customer or e-mail address, if
-- they were members on the last day of the event. What followed are the orders, within 90 days after the last day, of customers
-- of whom somebody came; until those days are over it is told up to when orders are counted. Following is not causing:
-- those who come may be those who buy anyway. An event of too few people shows nothing; what is told of a group within it,
-- members or customers, needs as many people in that group, and members as many others beside them; an amount as many customers
-- who ordered.
with

council_members as (
  select
    customer_id,
    lower(trim(email)) as email,
    joined_on,
    coalesce(ceased_on, date'9999-12-31') as ceased_on
  from stg_memberships
  where organization = 'PCC'
),

member_keys as (
  select concat('c:', customer_id) as member_key, joined_on, ceased_on
  from council_members
  where customer_id is not null
  union all
  select concat('e:', email) as member_key, joined_on, ceased_on
  from council_members
  where email is not null
),

guests as (
  select
    event_id,
    event_date,
    coalesce(nullif(lower(trim(email)), ''), concat('r:', registration_id)) as person,
    array_compact(array(concat('c:', customer_id), concat('e:', lower(trim(email))))) as guest_keys,
    customer_id,
    role,
    attended
  from stg_registrations
  where coalesce(registered_on, event_date) <= :as_of
),

guest_members as (
  select
    keys.event_id,
    keys.person
  from (select event_id, event_date, person, explode(guest_keys) as member_key from guests) as keys
  inner join member_keys
    on keys.member_key = member_keys.member_key
    and keys.event_date >= member_keys.joined_on
    and keys.event_date < member_keys.ceased_on
  group by keys.event_id, keys.person
),

people as (
  select
    event_id,
    person,
    bool_or(attended) as attended,
    bool_or(role <> 'attendee') as has_part
  from guests
  group by event_id, person
),

counted as (
  select
    people.event_id,
    count(*) as registrations,
    count(people.attended) as people_counted,
    count_if(people.attended) as attended,
    count(guest_members.person) as pcc_members,
    count_if(people.attended and guest_members.person is not null) as pcc_members_attended,
    count_if(people.has_part) as with_a_part
  from people
  left join guest_members
    on people.event_id = guest_members.event_id
    and people.person = guest_members.person
  group by people.event_id
),

coming_customers as (
  select
    event_id,
    event_date,
    customer_id
  from guests
  where attended
    and customer_id is not null
    and event_date <= :as_of
  group by event_id, event_date, customer_id
),

orders as (
  select
    customer_id,
    order_date,
    sum(amount) as amount
  from stg_order_lines
  group by customer_id, order_date
),

followed_customers as (
  select
    coming_customers.event_id,
    coming_customers.customer_id,
    sum(orders.amount) as amount
  from coming_customers
  left join orders
    on coming_customers.customer_id = orders.customer_id
    and orders.order_date > coming_customers.event_date
    and orders.order_date <= date_add(coming_customers.event_date, 90)
  group by coming_customers.event_id, coming_customers.customer_id
),

followed as (
  select
    event_id,
    count(*) as customers_attended,
    count(amount) as customers_ordered,
    sum(amount) as amount_ordered
  from followed_customers
  group by event_id
),

all_events as (
  select
    events.event_id,
    events.name as event_name,
    events.ends_on as event_date,
    events.kind,
    coalesce(counted.registrations, 0) as registrations,
    if(counted.people_counted > 0, counted.attended, null) as attended,
    coalesce(counted.pcc_members, 0) as pcc_members,
    if(counted.people_counted > 0, counted.pcc_members_attended, null) as pcc_members_attended,
    coalesce(counted.with_a_part, 0) as with_a_part,
    followed.customers_attended,
    followed.customers_ordered,
    followed.amount_ordered
  from events
  left join counted
    on events.event_id = counted.event_id
  left join followed
    on events.event_id = followed.event_id
),

hidden as (
  select
    *,
    registrations between 1 and :minimum_group - 1 as all_hidden,
    pcc_members between 1 and :minimum_group - 1
      or registrations - pcc_members between 1 and :minimum_group - 1 as members_hidden,
    coalesce(customers_attended between 1 and :minimum_group - 1, false) as orders_hidden
  from all_events
)

select
  event_id,
  event_name,
  event_date,
  kind,
  if(all_hidden, null, registrations) as registrations,
  if(all_hidden, null, attended) as attended,
  if(all_hidden, null, cast(try_divide(attended, registrations) as double)) as show_rate,
  if(all_hidden, null, pcc_members) as pcc_members,
  if(all_hidden or members_hidden, null, cast(try_divide(pcc_members_attended, pcc_members) as double)) as pcc_show_rate,
  if(all_hidden, null, with_a_part) as with_a_part,
  if(all_hidden, null, customers_attended) as customers_attended,
  if(all_hidden or orders_hidden, null, customers_ordered) as customers_ordered,
  if(all_hidden or orders_hidden or customers_ordered < :minimum_group, null, amount_ordered) as amount_ordered,
  if(customers_attended > 0, least(date_add(event_date, 90), :as_of), null) as orders_until,
  all_hidden or members_hidden or orders_hidden as suppressed
from hidden
