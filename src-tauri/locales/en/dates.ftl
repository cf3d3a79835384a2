## Dates, of which only a part may be known.
##   $year (text) - four digits
##   $month (number) - 1 to 12
##   $day (number) - 1 to 31

date-month-name =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
date-day = { $day } { date-month-name } { $year }
date-month = { date-month-name } { $year }
date-year = { $year }
date-day-of-unknown-year = { $day } { date-month-name } (year unknown)
date-month-of-unknown-year = { date-month-name } (year unknown)
