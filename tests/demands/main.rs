//! What each kind of demand answers, by the rules of a pack that is made for it.

#[cfg(test)]
mod circle;
#[cfg(test)]
mod count;
#[cfg(test)]
mod coverage;
#[cfg(test)]
mod gathering;
#[cfg(test)]
mod likeness;
#[cfg(test)]
mod mixed;
#[cfg(test)]
mod office;
#[cfg(test)]
mod score;
#[cfg(test)]
mod stages;
#[cfg(test)]
mod sums;
#[cfg(test)]
mod together;
#[cfg(test)]
mod totals;
