//! The calendar against its evidence in `tests/calendar`, and against a count day by day.

#[cfg(test)]
mod data;
#[cfg(test)]
mod every_day;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod explanations;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod known;
#[cfg(test)]
mod ranges;
