//! One pack as it is put together with others: what its items are found by is at hand, the items themselves
//! are read when they are asked for.

use crate::duty::source::{
    Channel, Clause, Edition, Group, IndicatorSet, Kind, List, Manifest, Override, Profile,
    Redirect, Rule, Source,
};
use crate::lazy::{Item, Lazy};
use crate::record::accounts::template::{Classification, LineSet, Template};
use crate::screen::source as screening;
use crate::words::Window;
use crate::written::{Bytes, Member, Shape, Written, table};
use alloc::{string::String, vec::Vec};

/// One pack, its files merged.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its manifest; a pack without one is refused.
    pub manifest: Option<Manifest>,
    /// Its content hash.
    pub hash: String,
    /// Whether it was loaded at run time.
    pub outside: bool,
    /// Channels.
    pub channels: Vec<Channel>,
    /// Groups of fields.
    pub groups: Vec<Lazy<Group>>,
    /// Kinds of record.
    pub kinds: Vec<Lazy<Kind>>,
    /// Lists.
    pub lists: Vec<Lazy<List>>,
    /// Screening lists.
    pub screens: Vec<Lazy<screening::List>>,
    /// Editions.
    pub editions: Vec<Lazy<Edition>>,
    /// Clauses.
    pub clauses: Vec<Lazy<Clause>>,
    /// Rules.
    pub rules: Vec<Lazy<Rule>>,
    /// Sets of indicators.
    pub indicator_sets: Vec<Lazy<IndicatorSet>>,
    /// Tables of budgets and accounts.
    pub templates: Vec<Lazy<Template>>,
    /// Sets of lines of such tables.
    pub lines: Vec<Lazy<LineSet>>,
    /// Classifications of such tables' rows.
    pub classifications: Vec<Lazy<Classification>>,
    /// Profiles.
    pub profiles: Vec<Profile>,
    /// Overrides.
    pub overrides: Vec<Override>,
    /// Rules that had another id.
    pub redirects: Vec<Redirect>,
}

impl Part {
    /// A pack of what its files say together.
    #[must_use]
    pub fn new(source: Source, hash: String, outside: bool) -> Self {
        Self {
            manifest: source.pack,
            hash,
            outside,
            channels: source.channel,
            groups: lazy(source.group),
            kinds: lazy(source.kind),
            lists: lazy(source.list),
            screens: lazy(source.screen),
            editions: lazy(source.edition),
            clauses: lazy(source.clause),
            rules: lazy(source.rule),
            indicator_sets: lazy(source.indicator_set),
            templates: lazy(source.statement),
            lines: lazy(source.lines),
            classifications: lazy(source.classification),
            profiles: source.profile,
            overrides: source.overrides,
            redirects: source.redirect,
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.manifest.as_ref().map_or("", |manifest| &manifest.id)
    }
}

/// What a part of an image is read from and written to: a member after the other.
trait Stored {
    const SHAPE: Shape;

    fn read(bytes: &mut Bytes<'static>) -> Self;
    fn write(&self, out: &mut Vec<u8>);
}

impl<T: Written> Stored for T {
    const SHAPE: Shape = <T as Written>::SHAPE;

    fn read(bytes: &mut Bytes<'static>) -> Self {
        T::read(bytes)
    }

    fn write(&self, out: &mut Vec<u8>) {
        T::write(self, out);
    }
}

impl<T: Item> Stored for Vec<Lazy<T>> {
    const SHAPE: Shape = Shape::List(&Lazy::<T>::SHAPE);

    fn read(bytes: &mut Bytes<'static>) -> Self {
        (0..bytes.length()).map(|_| Lazy::read(bytes)).collect()
    }

    fn write(&self, out: &mut Vec<u8>) {
        Bytes::put_length(self.len(), out);
        for item in self {
            item.write(out);
        }
    }
}

/// Names the members once.
macro_rules! stored {
    ($($member:ident)+) => {
        impl Part {
            /// What packs look like in an image.
            pub const ALL: Shape = Shape::List(&Shape::Table(&[$(Member {
                name: stringify!($member),
                needed: true,
                shape: stored_as(|part: &Self| &part.$member),
            },)+]));

            /// Reads packs of an image, and of their items what they are found by.
            #[must_use]
            pub fn read_all(bytes: &mut Bytes<'static>) -> Vec<Self> {
                let parts = 0..bytes.length();
                parts.map(|_| Self { $($member: Stored::read(bytes),)+ }).collect()
            }

            /// Writes packs so that [`Self::read_all`] finds them.
            pub fn write_all(parts: &[Self], out: &mut Vec<u8>) {
                Bytes::put_length(parts.len(), out);
                for part in parts {
                    $(Stored::write(&part.$member, out);)+
                }
            }
        }
    };
}

stored! {
    manifest hash outside channels groups kinds lists screens editions clauses rules indicator_sets
    templates lines classifications profiles overrides redirects
}

const fn stored_as<T: Stored>(_: fn(&Part) -> &T) -> Shape {
    T::SHAPE
}

fn lazy<T: Item>(items: Vec<T>) -> Vec<Lazy<T>> {
    items.into_iter().map(Lazy::from).collect()
}

/// What a rule is found by.
#[derive(Debug, Clone)]
pub struct RuleHead {
    /// The kinds of record it judges.
    pub applies_to: Vec<String>,
    /// The kind whose records it looks at beside them.
    pub looks_at: Option<String>,
    /// When it is in force, as its pack writes it.
    pub in_force: Window,
}

table!(RuleHead {
    applies_to,
    looks_at,
    in_force
});

impl Item for Rule {
    type Head = RuleHead;

    fn head(&self) -> RuleHead {
        RuleHead {
            applies_to: self.applies_to.clone(),
            looks_at: self.looks_at().map(Into::into),
            in_force: self.in_force,
        }
    }
}

/// Items that are found by one text, or by nothing.
macro_rules! found_by {
    ($($item:ty: $head:ty = $found:expr;)+) => {
        $(impl Item for $item {
            type Head = $head;

            fn head(&self) -> $head {
                let found: fn(&Self) -> $head = $found;
                found(self)
            }
        })+
    };
}

found_by! {
    Kind: String = |kind| kind.id.clone();
    Edition: Vec<String> = |edition| edition.kinds.clone();
    Template: Vec<String> = |template| template.kinds.clone();
    Group: () = |_| ();
    Clause: () = |_| ();
    IndicatorSet: () = |_| ();
    LineSet: () = |_| ();
    Classification: () = |_| ();
}
