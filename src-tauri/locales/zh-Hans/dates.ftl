## 日期，可能只知道其中一部分。
##   $year (文本) - 四位数
##   $month (数字) - 1 至 12
##   $day (数字) - 1 至 31

date-month-name = { $month }月
date-day = { $year }年{ date-month-name }{ $day }日
date-month = { $year }年{ date-month-name }
date-year = { $year }年
date-day-of-unknown-year = { date-month-name }{ $day }日（年份不详）
date-month-of-unknown-year = { date-month-name }（年份不详）
