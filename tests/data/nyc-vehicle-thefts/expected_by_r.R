# SPDX-License-Identifier: GPL-3.0-or-later
# What R's survival and spdep say of the thefts, for the tests of core/statistics. On Debian 12:
#   apt-get install r-base-core r-cran-survival r-cran-spdep r-cran-jsonlite
#   Rscript expected_by_r.R > expected_by_r.json
suppressPackageStartupMessages({
  library(survival)
  library(spdep)
  library(jsonlite)
})
thefts <- read.csv("nyc_vehicle_thefts_2014_2017.csv.gz", colClasses = "character")
minutes <- as.numeric(as.POSIXct(thefts$date_single, format = "%Y-%m-%d %H:%M", tz = "UTC")) / 60
thefts$place <- substr(thefts$census_block, 1, 11) # the tract
thefts$group <- ifelse(thefts$location_category == "", "unknown", thefts$location_category)
end <- as.numeric(as.POSIXct("2018-01-01 00:00", tz = "UTC")) / 60

# A spell lasts from a theft to the next one in the same tract, or until the end; its group is that of the theft it began with.
order_of <- order(thefts$place, minutes, as.numeric(thefts$uid))
place <- thefts$place[order_of]
begin <- minutes[order_of]
n <- length(begin)
has_next <- c(place[-1] == place[-n], FALSE)
after <- c(begin[-1], NA)
spells <- data.frame(
  minutes = ifelse(has_next, after, end) - begin,
  ended = has_next,
  group = thefts$group[order_of]
)

points_of <- function(fit, which) {
  list(index = which - 1, days = fit$time[which], at_risk = fit$n.risk[which], events = fit$n.event[which],
       censored = fit$n.censor[which], survival = fit$surv[which], error = (fit$surv * fit$std.err)[which],
       lower = fit$lower[which], upper = fit$upper[which])
}
curve_of <- function(days, ended, step) {
  fit <- survfit(Surv(days, ended) ~ 1)
  times <- length(fit$time)
  which <- sort(unique(c(seq(1, times, by = step), times - 1, times)))
  printed <- summary(fit)$table
  list(spells = unbox(fit$n), times = unbox(times), events = unbox(sum(fit$n.event)), median = unbox(unname(printed["median"])),
       median_lower = unbox(unname(printed["0.95LCL"])), median_upper = unbox(unname(printed["0.95UCL"])),
       points = points_of(fit, which[which > 0]))
}
test_of <- function(days, ended, group) {
  test <- survdiff(Surv(days, ended) ~ group)
  df <- sum(test$exp > 0) - 1
  list(groups = sub("^group=", "", names(test$n)), spells = as.vector(test$n), observed = test$obs, expected = test$exp,
       chi_squared = unbox(test$chisq), degrees_of_freedom = unbox(df),
       p = unbox(pchisq(test$chisq, df, lower.tail = FALSE)))
}
exact <- spells$minutes / 1440
whole <- floor(exact) # many at once
two <- spells$group %in% c("hotel", "transportation")

# Counts in squares of 500 m on the plane of core/base/local_plane.h about a middle; all squares from the first to the last column
# and row with a theft. The band is 1,000 m, itself included.
plane <- function(longitude, latitude, middle) {
  a <- 6378137
  f <- 1 / 298.257222101
  e2 <- f * (2 - f)
  phi <- middle[2] * pi / 180
  w <- 1 - e2 * sin(phi)^2
  list(x = (longitude - middle[1]) * pi / 180 * a / sqrt(w) * cos(phi),
       y = (latitude - middle[2]) * pi / 180 * a * (1 - e2) / w^1.5)
}
middle <- c(-73.98, 40.7)
size <- 500
at <- plane(as.numeric(thefts$longitude), as.numeric(thefts$latitude), middle)
column <- floor(at$x / size)
row <- floor(at$y / size)
columns <- min(column):max(column)
rows <- min(row):max(row)
counts <- table(factor(row, levels = rows), factor(column, levels = columns))
squares <- expand.grid(column = columns, row = rows)
squares$count <- as.vector(t(counts))
near <- dnearneigh(cbind((squares$column + 0.5) * size, (squares$row + 0.5) * size), 0, 1000)
z <- as.vector(localG(squares$count, nb2listw(include.self(near), style = "B")))
p <- 2 * pnorm(-abs(z))
adjusted <- p.adjust(p, "BH")
picked <- sort(unique(c(seq(1, nrow(squares), by = 23), order(-squares$count)[1:60])))

cat(toJSON(list(
  versions = list(R = unbox(paste(R.version$major, R.version$minor, sep = ".")), survival = unbox(as.character(packageVersion("survival"))),
                  spdep = unbox(as.character(packageVersion("spdep"))), jsonlite = unbox(as.character(packageVersion("jsonlite")))),
  survival = list(
    exact = curve_of(exact, spells$ended, 211),
    whole_days = curve_of(whole, spells$ended, 7),
    hotel = curve_of(whole[spells$group == "hotel"], spells$ended[spells$group == "hotel"], 1),
    censored_only = curve_of(exact[!spells$ended][1:9], spells$ended[!spells$ended][1:9], 1),
    ended_only = curve_of(whole[spells$ended][1:40], spells$ended[spells$ended][1:40], 1),
    half = curve_of(exact[spells$ended][1:6], spells$ended[spells$ended][1:6], 1)), # one half for a while
  log_rank = list(
    exact = test_of(exact, spells$ended, spells$group),
    whole_days = test_of(whole, spells$ended, spells$group),
    two_groups = test_of(whole[two], spells$ended[two], spells$group[two])),
  local_g = list(
    middle = middle, metres = unbox(size), band = unbox(1000), squares = unbox(nrow(squares)),
    first_column = unbox(min(columns)), columns = unbox(length(columns)), first_row = unbox(min(rows)), rows = unbox(length(rows)),
    hot = unbox(sum(adjusted <= 0.05 & z > 0)), cold = unbox(sum(adjusted <= 0.05 & z < 0)),
    index = picked - 1, count = squares$count[picked], z = z[picked], p = p[picked], adjusted = adjusted[picked])
), digits = I(16), na = "null", pretty = FALSE))
cat("\n")
