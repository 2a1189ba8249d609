-- one row per exchange of trainers, on its first day
select life_id, effective_on as booked_on, country, direction, model.origin(is_synthetic) as origin, persons as trainers
from trainers_trained
