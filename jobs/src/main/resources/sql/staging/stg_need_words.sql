-- By which words a stated need is known: the whole list, in lower case, as regular expressions.
-- Grain: one row per service.
select
  service,
  pattern
from values
  ('letter_mail', r'(?<!certified )(?<!registered )\bletters?\b|invoices? by mail|statement mailing'),
  ('advertising_mail', r'advertis|marketing mail|direct mail|every (door|household)|flyer|postcard|catalog'),
  ('certified_mail', r'certified|registered (mail|letter)|proof of delivery|return receipt'),
  ('periodicals', r'periodical|magazine|quarterly|newsletter'),
  ('ground_parcel', r'\bground (ship|parcel|service|rate)|parcel rate|bulk parcel'),
  ('expedited_parcel', r'expedit|priority mail|faster (delivery|parcel)|(two|2|three|3)[- ]days?\b'),
  ('overnight', r'overnight|next[- ](day|morning)|\bexpress\b'),
  ('international', r'international|overseas|abroad|customs|export|canada|mexico|europe|asia'),
  ('returns', r'\breturns?\b(?! receipt)|send (things|it|them|goods) back'),
  ('address_quality', r'undeliverable|address (list|quality|data)|list needs cleaning'),
  ('po_box', r'post office box|\bp\.?o\.? box|keep mail')
  as words (service, pattern)
