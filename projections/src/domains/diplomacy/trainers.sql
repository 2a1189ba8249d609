-- one row per exchange of trainers, on its first day
select version_id, effective_on as posted_on, country, direction, model.origin(is_synthetic) as origin, persons as trainers
from trainers_trained
